export { assembleFolder } from './assemble-folder.ts';
export type {
  Document,
  DocumentKind,
  GoldenQuestion,
  KnowledgeFolder,
  Passage,
  Problem,
  Reference,
  Section,
  SkippedFile,
  SynonymGroup,
  Unit,
} from './document.ts';
export {
  type Dialogue,
  type DialogueTurn,
  type Evaluation,
  type EvaluationReading,
  parseEvaluation,
  type UnanswerableQuestion,
} from './evaluation.ts';
export { isContent } from './list-folder.ts';
export { loadFolder } from './loader.ts';
export { toPassages } from './passages.ts';
export { hasPlaceholder, withoutPlaceholder } from './placeholder.ts';
export { type FileReading, type ReadOptions, readDocument } from './read-document.ts';
export { parseSynonyms, type SynonymReading } from './synonyms.ts';
export { type FolderChange, type WatchOptions, watchFolder } from './watch.ts';
