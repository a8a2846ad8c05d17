import type { Document } from '../../knowledge/index.ts';
import { termsOf, words } from '../../language/index.ts';
import { checkTexts } from '../../texts/check.ts';
import { type Finding, finding, type Rule } from '../finding.ts';

/** Words of a shingle, the unit of comparison (Broder, 1997). */
const SHINGLE = 5;
/** Share of shared shingles, of the smaller file, from which two files say the same. */
const SAME = 0.7;
/** Fewer shingles are too little to compare. */
const FEWEST = 20;

/** Pairs of files that are mostly the same text. Equal ones are found when the folder is read. */
export const nearDuplicates: Rule = ({ folder }) => {
  const shingles = folder.documents.map(shinglesOf);
  const holders = new Map<string, number[]>();
  const shared = new Map<string, number>();
  shingles.forEach((set, index) => {
    for (const shingle of set) {
      const others = holders.get(shingle) ?? [];
      for (const other of others) shared.set(`${other} ${index}`, (shared.get(`${other} ${index}`) ?? 0) + 1);
      holders.set(shingle, [...others, index]);
    }
  });
  return [...shared].flatMap(([pair, count]): Finding[] => {
    const [one = 0, two = 0] = pair.split(' ').map(Number);
    const smaller = Math.min(shingles[one]?.size ?? 0, shingles[two]?.size ?? 0);
    const [first, second] = [folder.documents[one], folder.documents[two]];
    if (smaller < FEWEST || count / smaller < SAME || first === undefined || second === undefined) return [];
    const percent = Math.floor((100 * count) / smaller);
    const place = { path: second.path, line: 1, text: second.title };
    return [finding('near-duplicate', 'warning', place, checkTexts.nearDuplicate(first.path, percent))];
  });
};

function shinglesOf(document: Document): Set<string> {
  const forms = document.sections
    .flatMap((section) => section.units)
    .flatMap((unit) => words(unit.text).map((word) => word.form));
  const found = new Set<string>();
  for (let index = 0; index + SHINGLE <= forms.length; index++)
    found.add(forms.slice(index, index + SHINGLE).join(' '));
  return found;
}

/** Titles that say the same: the same words, whatever their order, numerals and small words. */
export const sameTitles: Rule = ({ folder, pages }) => {
  const first = new Map<string, Document>();
  return folder.documents.flatMap((document): Finding[] => {
    const forms = termsOf(document.title, document.language).map((term) => term.form);
    const key = `${document.language} ${[...new Set(forms)].sort().join(' ')}`;
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, document);
      return [];
    }
    const front = pages.find(({ path }) => path === document.path)?.front;
    const line = front?.lineAt(['title' in front.data ? 'title' : 'titulo']) ?? 1;
    const place = { path: document.path, line, text: document.title };
    return [finding('same-title', 'warning', place, checkTexts.sameTitle(document.title, other.path))];
  });
};
