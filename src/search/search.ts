import type { KnowledgeFolder, Passage } from '../knowledge/document.ts';
import { createThesaurus, type Language, stem, words } from '../language/index.ts';
import { acronymGroups } from './acronyms.ts';
import { type Candidate, createCandidate } from './candidate.ts';
import { createCandidateIndex } from './candidates.ts';
import { type Concept, conceptsOf, holders } from './concepts.ts';
import { confidenceOf, type Signals } from './confidence.ts';
import { createFamilies } from './families.ts';
import { evidenceOf, inUnit } from './features.ts';
import { assignGoldenQuestions, type QuestionsOf } from './golden-questions.ts';
import { openingFirst } from './opening.ts';
import { phrasesOf } from './phrases.ts';
import { buildPostings } from './postings.ts';
import { type Question, readQuestion } from './question.ts';
import { signalsOf } from './signals.ts';
import { createSpeller } from './speller.ts';
import { indexConcepts } from './wanted.ts';
import { WEIGHTS } from './weights.ts';

/** What the folder says to a question: always the best it has, with how sure that is. */
export interface SearchResult {
  readonly question: Question;
  readonly concepts: readonly Concept[];
  /** Best first. */
  readonly candidates: readonly Candidate[];
  /** Probability (0–1) that the best candidate answers. */
  readonly confidence: number;
  readonly signals: Signals | undefined;
  /** True when the sentence nearest to the question has a gap that was never filled in. */
  readonly isPending: boolean;
}

export interface Search {
  ask(text: string, fallback: Language): SearchResult;
}

/** Builds everything an answer needs from a folder. Takes about a second for 10,000 passages. */
export function createSearch(
  folder: KnowledgeFolder,
  questionsOf: QuestionsOf = assignGoldenQuestions(folder.passages),
): Search {
  const postings = buildPostings(folder.passages, questionsOf);
  const { vocabulary, documents } = postings;
  const candidateIndex = createCandidateIndex(postings.passages, vocabulary);
  const groups = [...acronymGroups(folder.documents), ...folder.synonyms.map((group) => group.words)];
  const context = {
    vocabulary,
    passages: postings.passages.length,
    thesaurus: createThesaurus(groups),
    families: createFamilies(vocabulary.ids),
    speller: createSpeller(vocabulary.forms.keys()),
    language: mainLanguage(folder),
  };

  const isKnown = (form: string, language: Language): boolean => {
    const stemmed = stem(form, language);
    return vocabulary.ids.has(stemmed) || context.thesaurus.lookup([stemmed], 0) !== undefined;
  };

  const rankAll = (question: Question, concepts: readonly Concept[]): Candidate[] => {
    const phrases = phrasesOf(question.words, question.language, concepts);
    const wanted = indexConcepts(concepts, phrases, vocabulary, question.counted);
    const isRare = (holds: number) => holds > 0 && holds <= WEIGHTS.candidates;
    const hasRare = concepts.some((concept) => isRare(holders(concept, vocabulary)));
    const asked = { question, concepts, mainLanguage: context.language };
    const limit = hasRare ? WEIGHTS.candidates : WEIGHTS.candidatesWhenCommon;
    const ranked = candidateIndex.propose(concepts, limit).flatMap((position): Candidate[] => {
      const indexed = postings.passages[position];
      if (indexed === undefined) return [];
      return [createCandidate(indexed.passage, evidenceOf(indexed, wanted, postings), asked)];
    });
    return ranked.sort((a, b) => b.score - a.score);
  };

  const answer = (question: Question): SearchResult => {
    const concepts = conceptsOf(question.words, question.language, context);
    const candidates = openingFirst(rankAll(question, concepts), question);
    const best = candidates[0];
    if (best === undefined)
      return { question, concepts, candidates, confidence: 0, signals: undefined, isPending: false };
    const rival = candidates.find((other) => other.passage.document !== best.passage.document);
    const inDocument = documents.get(best.passage.document) ?? new Set<number>();
    const signals = signalsOf(
      question,
      concepts,
      best,
      { document: rival?.score, passage: candidates[1]?.score },
      inDocument,
    );
    const sure = best.units.length === 0 ? 0 : confidenceOf(signals);
    const { answer: enough } = WEIGHTS.bands;
    const confidence = sure >= enough && misses(question, concepts, best, signals) ? enough - 0.01 : sure;
    return { question, concepts, candidates, confidence, signals, isPending: isPending(best, concepts) };
  };

  return {
    ask(text, fallback) {
      const [whole, ...spans] = readQuestion(text, fallback, isKnown);
      return spans
        .map(answer)
        .reduce((best, next) => (next.confidence > best.confidence ? next : best), answer(whole));
    },
  };
}

/** A unit with a gap holds clearly more of the question than any unit that can be shown. */
function isPending({ passage, evidence }: Candidate, concepts: readonly Concept[]): boolean {
  if (!passage.units.some((unit) => unit.placeholder)) return false;
  const most = (wanted: boolean) =>
    Math.max(
      0,
      ...passage.units.map((unit, index) => {
        if (unit.placeholder !== wanted) return 0;
        const strengths = inUnit(evidence, index);
        return concepts.reduce((sum, { mass }, c) => sum + mass * (strengths[c] ?? 0), 0);
      }),
    );
  return most(true) > most(false) * WEIGHTS.pendingLead;
}

/**
 * An answer of another plan or place than the one named, without the money or the count that was asked for, or that
 * holds only relatives of what was asked («presidente», «Presidencia»), is never given as certain, however well the
 * words match: the assistant asks back instead.
 */
function misses(
  question: Question,
  concepts: readonly Concept[],
  best: Candidate,
  signals: Signals,
): boolean {
  return (
    signals.otherPlan === 1 ||
    signals.otherPlace === 1 ||
    signals.uncounted === 1 ||
    (question.type === 'money' && signals.lacksType === 1) ||
    restsOnRelatives(question, concepts, best)
  );
}

/** The passage has no word of the question, in singular or plural: only relatives and synonyms, in the same language. */
function restsOnRelatives(question: Question, concepts: readonly Concept[], { passage }: Candidate): boolean {
  if (passage.document.language !== question.language) return false;
  const held = singularsOf(passage);
  return concepts.every(({ form, corrected }) => !held.has(singular(corrected ?? form)));
}

const singulars = new WeakMap<Passage, ReadonlySet<string>>();

/** The words of a passage, its headings and its title, each in singular. */
function singularsOf(passage: Passage): ReadonlySet<string> {
  const known = singulars.get(passage);
  if (known !== undefined) return known;
  const { document, section, units } = passage;
  const texts = [document.title, ...section.trail, section.heading, ...units.map((unit) => unit.text)];
  const held = new Set(words(texts.join('. ')).map(({ form }) => singular(form)));
  singulars.set(passage, held);
  return held;
}

function singular(form: string): string {
  return form.replace(/(?<=[^aeiou])es$|s$/, '');
}

function mainLanguage({ documents }: KnowledgeFolder): Language {
  const english = documents.filter((document) => document.language === 'en').length;
  return english > documents.length / 2 ? 'en' : 'es';
}
