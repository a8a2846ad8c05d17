import { shown } from '../../knowledge/problem.ts';
import { splitSentences } from '../../knowledge/sentences.ts';
import { checkTexts } from '../../texts/check.ts';
import { type Finding, finding, type Rule } from '../finding.ts';
import { lineOf } from '../page.ts';

/** Words of a sentence and lines of a paragraph: Guía de lenguaje claro, Departamento Nacional de Planeación. */
const LONGEST_SENTENCE = 25;
const LONGEST_PARAGRAPH = 5;
/** Characters of a printed line. */
const LINE = 90;

/** Sentences of more than 25 words. */
export const longSentences: Rule = ({ pages }) =>
  pages.flatMap((page) =>
    page.document === undefined
      ? []
      : page.blocks.flatMap((block): Finding[] => {
          if (block.kind !== 'paragraph' && block.kind !== 'item') return [];
          return splitSentences(block.text).flatMap((sentence) => {
            const count = sentence.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}.,'’/@:-]*/gu)?.length ?? 0;
            if (count <= LONGEST_SENTENCE) return [];
            const start = sentence.split(' ').slice(0, 3).join(' ');
            const line = lineOf(page, start, block.line, block.endLine);
            const place = { path: page.path, line, text: shown(sentence) };
            return [
              finding('long-sentence', 'hint', place, checkTexts.longSentence(count, LONGEST_SENTENCE)),
            ];
          });
        }),
  );

/** Paragraphs of more than five lines of 90 characters, however the file breaks them. */
export const longParagraphs: Rule = ({ pages }) =>
  pages.flatMap((page) =>
    page.document === undefined
      ? []
      : page.blocks.flatMap(({ kind, text, line }): Finding[] => {
          const lines = Math.ceil(text.length / LINE);
          if ((kind !== 'paragraph' && kind !== 'item') || lines <= LONGEST_PARAGRAPH) return [];
          const place = { path: page.path, line, text: shown(text) };
          return [
            finding('long-paragraph', 'hint', place, checkTexts.longParagraph(lines, LONGEST_PARAGRAPH)),
          ];
        }),
  );
