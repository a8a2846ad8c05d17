export type { Candidate } from './candidate.ts';
export {
  assignGoldenQuestions,
  foldOf,
  type ListedQuestion,
  listedQuestions,
  type QuestionsOf,
  questionKey,
} from './golden-questions.ts';
export { plansOf } from './rank.ts';
export {
  createSearch,
  type Search,
  type SearchResult,
} from './search.ts';
export { tellsUnknown } from './tells-unknown.ts';
export { WEIGHTS } from './weights.ts';
export { type WordMatch, wordMatches } from './word-matches.ts';
