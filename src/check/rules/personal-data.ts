import { personalDataIn, visible } from '../../language/index.ts';
import { checkTexts, personalDataNames } from '../../texts/check.ts';
import { type Finding, finding, type Rule } from '../finding.ts';

/** Personal data of Colombians anywhere in a file. The report shows only the ends of what it found. */
export const personalData: Rule = ({ raw }) =>
  [...raw].flatMap(([path, source]) =>
    visible(source)
      .split(/\r\n?|\n/)
      .flatMap((text, index): Finding[] =>
        personalDataIn(text).map(({ kind, text: found }) => {
          const masked = mask(found);
          const place = { path, line: index + 1, text: masked };
          return finding(
            'personal-data',
            'error',
            place,
            checkTexts.personalData(personalDataNames[kind], masked),
          );
        }),
      ),
  );

/** The first two characters and the last one; the rest as dots, so that a log never holds the data. */
function mask(text: string): string {
  const characters = [...text];
  return characters
    .map((each, at) => (at < 2 || at === characters.length - 1 || each === ' ' ? each : '•'))
    .join('');
}
