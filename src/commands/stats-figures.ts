import { createAssistant } from '../assistant.ts';
import type { DocumentKind, KnowledgeFolder, SynonymGroup } from '../knowledge/document.ts';
import type { Evaluation } from '../knowledge/index.ts';
import { type Language, termOf, words } from '../language/index.ts';
import { createSearch } from '../search/index.ts';
import { messageOf } from './ask.ts';

/** How many there are of one kind. */
interface KindCount {
  readonly kind: DocumentKind;
  readonly documents: number;
  readonly passages: number;
  readonly questions: number;
}

/** What there is in a folder, and what is missing. */
export interface Stats {
  readonly kinds: readonly KindCount[];
  readonly words: number;
  readonly languages: Readonly<Record<Language, number>>;
  readonly unanswerable: number;
  readonly dialogues: number;
  /** Files that no question has as its first source, with how many questions they name themselves. */
  readonly unreached: readonly { readonly path: string; readonly questions: number }[];
  /** Words of questions that no file holds, with how many questions use each; most used first. */
  readonly missingWords: readonly { readonly word: string; readonly questions: number }[];
  /** Groups of the thesaurus of which no file holds a word. */
  readonly missingGroups: readonly SynonymGroup[];
}

const LANGUAGES: readonly Language[] = ['es', 'en'];

/** Counts a folder, and asks it its own questions. */
export function statsOf(folder: KnowledgeFolder, evaluation: Evaluation, now: Date): Stats {
  const kinds = [...new Set(folder.documents.map(({ kind }) => kind))].sort();
  const languageOf = (language: Language): number =>
    folder.documents.filter((document) => document.language === language).length;
  const units = folder.passages.flatMap((passage) => passage.units);
  const golden = folder.documents.flatMap((document) => document.questions.map(({ text }) => text));
  const turns = evaluation.dialogues.flatMap((dialogue) => dialogue.turns.map(({ question }) => question));
  const unanswerable = evaluation.unanswerable.map(({ question }) => question);
  return {
    kinds: kinds.map((kind) => countOf(folder, kind)),
    words: units.reduce((total, unit) => total + unit.text.split(/\s+/).length, 0),
    languages: { es: languageOf('es'), en: languageOf('en') },
    unanswerable: unanswerable.length,
    dialogues: evaluation.dialogues.length,
    unreached: unreachedBy(golden, folder, now),
    ...missingFrom(folder, [...golden, ...turns, ...unanswerable]),
  };
}

function countOf({ documents, passages }: KnowledgeFolder, kind: DocumentKind): KindCount {
  const some = documents.filter((document) => document.kind === kind);
  return {
    kind,
    documents: some.length,
    passages: passages.filter(({ document }) => document.kind === kind).length,
    questions: some.reduce((total, { questions }) => total + questions.length, 0),
  };
}

function unreachedBy(questions: readonly string[], folder: KnowledgeFolder, now: Date): Stats['unreached'] {
  const assistant = createAssistant({ folder, now: () => now });
  const reached = new Set(
    questions.map(
      (text, index) => assistant.answer(messageOf('1', String(index), text)).reply.sources[0]?.path,
    ),
  );
  return folder.documents
    .filter(({ path }) => !reached.has(path))
    .map(({ path, questions: own }) => ({ path, questions: own.length }));
}

/** What people would search and no file holds: golden questions are left out of the search for this. */
function missingFrom(
  folder: KnowledgeFolder,
  questions: readonly string[],
): Pick<Stats, 'missingWords' | 'missingGroups'> {
  const search = createSearch(folder, () => []);
  const uses = new Map<string, { readonly word: string; readonly questions: number }>();
  for (const text of questions) {
    const { concepts, question } = search.ask(text, 'es');
    for (const { form, matches } of concepts) {
      if (matches.size > 0 || !/\p{L}{3}/u.test(form)) continue;
      const { word, questions: before } = uses.get(form) ?? {
        word: question.words.find((each) => each.word.form === form)?.word.raw.toLowerCase() ?? form,
        questions: 0,
      };
      uses.set(form, { word, questions: before + 1 });
    }
  }
  const held = new Set(
    folder.passages.flatMap(({ document, section, units }) => {
      const text = [document.title, section.heading, ...units.map((unit) => unit.text)].join(' ');
      return words(text).map((word) => termOf(word, document.language).stem);
    }),
  );
  const isHeld = (phrase: string): boolean =>
    words(phrase).every((word) => LANGUAGES.some((language) => held.has(termOf(word, language).stem)));
  return {
    missingWords: [...uses.values()].sort(
      (a, b) => b.questions - a.questions || a.word.localeCompare(b.word, 'es'),
    ),
    missingGroups: folder.synonyms.filter((group) => !group.words.some(isHeld)),
  };
}
