import {
  isPlace,
  isStopWord,
  isWeakWord,
  type Language,
  type Term,
  type Thesaurus,
  termOf,
  type Word,
} from '../language/index.ts';
import type { Families } from './families.ts';
import type { Vocabulary } from './postings.ts';
import type { Speller } from './speller.ts';
import { WEIGHTS } from './weights.ts';

/** One idea of the question, and every index term that would show it, with how well (0–1). */
export interface Concept {
  readonly form: string;
  /** Rarity in the folder times how much the question dwells on it. */
  readonly mass: number;
  /** How much the question dwells on it: 1 in the question proper, less in the talk around it. */
  readonly weight: number;
  /** Index ids with the strength of a match. Empty when the folder holds nothing like it. */
  readonly matches: ReadonlyMap<number, number>;
  /** A number, a place, or a word that the folder or the question writes with a capital: no answer does without. */
  readonly isName: boolean;
  /** The word that the speller put in its place. */
  readonly corrected?: string;
}

export interface ConceptContext {
  readonly vocabulary: Vocabulary;
  readonly passages: number;
  readonly thesaurus: Thesaurus;
  readonly speller: Speller;
  readonly families: Families;
  /** The language of most of the folder: words of another one reach it through the thesaurus alone. */
  readonly language: Language;
}

/** A word of the question, and how much it counts (1 in the question proper, less in the talk around it). */
export interface WeightedWord {
  readonly word: Word;
  readonly weight: number;
}

/** The ideas of a question: its content words, joined into phrases where the thesaurus knows them. */
export function conceptsOf(
  question: readonly WeightedWord[],
  language: Language,
  context: ConceptContext,
): Concept[] {
  const content = question.filter(({ word }) => !isStopWord(word.form, language));
  const terms = content.map(({ word }) => termOf(word, language));
  const stems = terms.map((term) => term.stem);
  const { synonym, translation } = WEIGHTS.strength;
  const likeness = language === context.language ? synonym : translation;
  const isShouted = question.every(({ word }) => word.raw === word.raw.toUpperCase());
  const concepts = new Map<string, Concept>();
  for (let index = 0; index < terms.length; ) {
    const found = context.thesaurus.lookup(stems, index);
    const length = found?.length ?? 1;
    const span = terms.slice(index, index + length);
    const weight = Math.max(...content.slice(index, index + length).map((entry) => entry.weight));
    for (const [step, term] of span.entries()) {
      const concept = conceptOf(term, found?.synonyms ?? [], length, context, likeness);
      const form = concept.corrected ?? term.form;
      const { word } = content[index + step] ?? {};
      const isName =
        /\d/.test(form) ||
        isPlace(form) ||
        context.vocabulary.names.has(form) ||
        (word !== question[0]?.word && !isShouted && /^\p{Lu}/u.test(word?.raw ?? ''));
      const key = concept.corrected ?? term.stem;
      const before = concepts.get(key);
      const mass = concept.mass * weight * (isWeakWord(term.form, language) ? WEIGHTS.weakWord : 1);
      if (before === undefined || before.mass < mass) concepts.set(key, { ...concept, mass, weight, isName });
    }
    index += length;
  }
  return [...concepts.values()];
}

function conceptOf(
  term: Term,
  synonyms: readonly { readonly stems: readonly string[] }[],
  span: number,
  context: ConceptContext,
  likeness: number,
): Omit<Concept, 'weight' | 'isName'> {
  const { ids } = context.vocabulary;
  const matches = new Map<number, number>();
  const add = (id: number | undefined, strength: number): void => {
    if (id !== undefined && (matches.get(id) ?? 0) < strength) matches.set(id, strength);
  };
  const { stem, relative, spelling } = WEIGHTS.strength;
  add(ids.get(term.stem), stem);
  const known = matches.size > 0;
  for (const other of synonyms) {
    for (const part of other.stems) add(ids.get(part), likeness / Math.sqrt(span * other.stems.length));
  }
  for (const [id, share] of context.families.relatives(term.stem)) add(id, relative * share);
  let corrected: string | undefined;
  if (!known && synonyms.length === 0) {
    const nearest = context.speller.nearest(term.form, 3);
    for (const form of nearest) add(context.vocabulary.forms.get(form), spelling / Math.sqrt(nearest.length));
    corrected = nearest[0];
  }
  return {
    form: term.form,
    mass: rarity(holders({ matches }, context.vocabulary), context.passages),
    matches,
    ...(corrected === undefined ? {} : { corrected }),
  };
}

/** In how many passages the best match of a concept stands; 0 when the folder holds nothing like it. */
export function holders({ matches }: Pick<Concept, 'matches'>, { frequency }: Vocabulary): number {
  let strongest = 0;
  let holds = 0;
  for (const [id, strength] of matches) {
    const count = frequency[id] ?? 0;
    if (strength > strongest || (strength === strongest && count > holds)) {
      strongest = strength;
      holds = count;
    }
  }
  return holds;
}

/**
 * Robertson's idf, ln(1 + (N - n + 0.5) / (n + 0.5)), of the strongest term; a word that the folder lacks
 * weighs as the rarest of all, so that it counts against every passage. N counts some passages more than there
 * are: in a folder of three files a word that all of them hold is not a common word.
 */
function rarity(holds: number, passages: number): number {
  const all = passages + WEIGHTS.assumedPassages;
  return Math.log(1 + (all - holds + 0.5) / (holds + 0.5));
}
