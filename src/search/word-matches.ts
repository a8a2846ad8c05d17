import type { Passage, SynonymGroup } from '../knowledge/document.ts';
import { fold, type Language, termOf, words } from '../language/index.ts';
import { isShown } from './features.ts';
import type { SearchResult } from './search.ts';

/** A word of a question, and where the folder holds it. */
export interface WordMatch {
  /** As the person wrote it. */
  readonly word: string;
  /** The word that it was read as, when it was misspelt. */
  readonly corrected?: string;
  readonly where: 'passage' | 'elsewhere' | 'nowhere';
  /** Other words of the passage that were taken for it. */
  readonly as: readonly string[];
}

/** How each word of a question stands to a passage, in the order of the question. */
export function wordMatches(
  result: SearchResult,
  passage: Pick<Passage, 'document' | 'section' | 'units'>,
  synonyms: readonly SynonymGroup[],
): WordMatch[] {
  const candidate = result.candidates.find((each) => each.passage.section === passage.section);
  const held = formsOf(passage);
  return result.concepts.map((concept, index): WordMatch => {
    const { form, corrected, matches } = concept;
    const written = result.question.words.find(({ word }) => word.form === form)?.word.raw ?? form;
    const isHere = candidate !== undefined && isShown(candidate.evidence, index);
    const where = isHere ? 'passage' : matches.size > 0 ? 'elsewhere' : 'nowhere';
    return {
      word: written,
      ...(corrected === undefined ? {} : { corrected }),
      where,
      as: isHere ? shownAs(corrected ?? form, held, synonyms, passage.document.language) : [],
    };
  });
}

/** The words of a passage, its heading and its title, as written, by their folded form. */
function formsOf({
  document,
  section,
  units,
}: Pick<Passage, 'document' | 'section' | 'units'>): ReadonlyMap<string, string> {
  const text = [document.title, section.heading, ...units.map((unit) => unit.text)].join('. ');
  return new Map(words(text).map(({ form, raw }) => [form, raw.toLowerCase()]));
}

/** The words that stand for a form in a passage: relatives of it, else those of its group of synonyms. */
function shownAs(
  form: string,
  held: ReadonlyMap<string, string>,
  synonyms: readonly SynonymGroup[],
  language: Language,
): string[] {
  if (held.has(form)) return [];
  const keysOf = (each: string): string[] => words(each).map((word) => termOf(word, language).stem);
  const among = (keys: ReadonlySet<string>): string[] =>
    [...held].flatMap(([each, written]) => (keysOf(each).some((key) => keys.has(key)) ? [written] : []));
  const own = new Set(keysOf(form));
  const relatives = among(own);
  if (relatives.length > 0) return relatives;
  const groups = synonyms.filter((group) =>
    group.words.some((word) => keysOf(fold(word)).some((key) => own.has(key))),
  );
  return among(new Set(groups.flatMap((group) => group.words.flatMap((word) => keysOf(word)))));
}
