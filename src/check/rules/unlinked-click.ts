import { checkTexts } from '../../texts/check.ts';
import { finding, type Rule } from '../finding.ts';
import { lineOf } from '../page.ts';

const CLICK =
  /(?<!\p{L})(?:(?:haga|haz|hacer|hagan|haciendo|d[eéa]|dar|dando) cli(?:c|ck|que) (?:aqu[ií]|ac[aá]|en (?:este|el siguiente) (?:enlace|link|bot[oó]n))|cli(?:c|ck) (?:aqu[ií]|ac[aá])|pinch[ea] (?:aqu[ií]|ac[aá])|(?:en|consulte|visite|vea|siga) (?:este|el siguiente) (?:enlace|link|v[ií]nculo)|click here|(?:ver|leer|descargar) (?:m[aá]s )?(?:aqu[ií]|ac[aá]))(?!\p{L})/iu;

/** «Haga clic aquí» in a paragraph that leads nowhere: the link was lost when the text was copied. */
export const unlinkedClick: Rule = ({ pages }) =>
  pages.flatMap((page) =>
    page.document === undefined
      ? []
      : page.blocks.flatMap((block) => {
          const text = block.hasLink ? undefined : CLICK.exec(block.text)?.[0];
          if (text === undefined) return [];
          const place = { path: page.path, line: lineOf(page, text, block.line, block.endLine), text };
          return [finding('lost-link', 'error', place, checkTexts.clickWithoutLink(text))];
        }),
  );
