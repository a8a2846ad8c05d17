import { isoDay } from '../../knowledge/dates.ts';
import { fold } from '../../language/index.ts';
import { checkTexts } from '../../texts/check.ts';
import { type Finding, finding, type Rule } from '../finding.ts';
import { lineOf } from '../page.ts';

const MONTH =
  'ene(?:ro)?|feb(?:rero)?|mar(?:zo)?|abr(?:il)?|mayo?|jun(?:io)?|jul(?:io)?|ago(?:sto)?|sep(?:tiembre)?|setiembre|oct(?:ubre)?|nov(?:iembre)?|dic(?:iembre)?';
const DATE = new RegExp(
  `(?<![\\p{L}\\p{N}/.-])(?:\\d{1,2}(?:\\.?º|°)? de (?:${MONTH}) del? (?:año )?\\d{4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}/\\d{1,2}/\\d{4})(?![\\p{L}\\p{N}/-])`,
  'giu',
);
/** Words that announce something: a date to come is right there. */
const ANNOUNCED =
  /(?<!\p{L})(?:sera|seran|vence|vencera|previst[oa]s?|programad[oa]s?|plazo|hasta|termina|terminara|cierra|cerrara|habra|comienza|comenzara|will|until)(?!\p{L})/u;

/** Dates in the text that have not come yet, unless they are announced, and those that no calendar has. */
export const textDates: Rule = ({ pages, today }) =>
  pages.flatMap((page) =>
    page.document === undefined
      ? []
      : page.blocks.flatMap((block): Finding[] =>
          [...block.text.matchAll(DATE)].flatMap(([text]) => {
            const day = isoDay(text.replace(/(?:\.?º|°)|año /g, ''));
            const place = { path: page.path, line: lineOf(page, text, block.line, block.endLine), text };
            if (day === undefined)
              return [finding('impossible-date', 'warning', place, checkTexts.impossibleDate(text))];
            if (day <= today || ANNOUNCED.test(fold(block.text))) return [];
            return [finding('future-date', 'hint', place, checkTexts.futureDate(text))];
          }),
        ),
  );
