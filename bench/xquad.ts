import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Document, KnowledgeFolder, Passage, SynonymGroup } from '../src/knowledge/index.ts';
import { splitSentences } from '../src/knowledge/sentences.ts';
import { type Language, visible } from '../src/language/index.ts';
import type { AbstentionTask, Question, Task } from './task.ts';

const paragraphsSchema = z.array(
  z.object({
    id: z.string(),
    article: z.int().nonnegative(),
    title: z.string(),
    text: z.string(),
    questions: z.array(z.object({ question: z.string() })),
  }),
);

type Paragraph = z.output<typeof paragraphsSchema>[number];

/** XQuAD in one language: 240 paragraphs of 48 articles, and what is asked of each. */
export interface Xquad {
  readonly language: Language;
  readonly paragraphs: readonly Paragraph[];
}

/** Reads `xquad.<language>.dev.json`; throws when it is missing or not what it should be. */
export async function readXquad(dir: string, language: Language): Promise<Xquad> {
  const path = join(dir, `xquad.${language}.dev.json`);
  const parsed = paragraphsSchema.safeParse(JSON.parse(await readFile(path, 'utf8')));
  if (parsed.success) return { language, paragraphs: parsed.data };
  const [first] = parsed.error.issues;
  throw new Error(
    `"${path}" is not a list of XQuAD paragraphs: ${first?.path.join('.')}: ${first?.message}. Name the folder that holds it with --xquad.`,
  );
}

/** Every paragraph is indexed; the paragraph of a question is the right one. */
export function xquadTask({ language, paragraphs }: Xquad, synonyms: readonly SynonymGroup[]): Task {
  return {
    name: `XQuAD ${language}`,
    language,
    folder: folderOf(paragraphs, language, synonyms),
    questions: questionsOf(paragraphs, language),
    goldOf: ({ id }) => id,
  };
}

/**
 * Articles 0, 4, 8, … are indexed: questions of those can be answered, questions of articles 2, 6, 10, …
 * cannot. The harder one indexes every other paragraph of each article, so what cannot be answered is about
 * the same things as what can.
 */
export function xquadAbstention(
  { language, paragraphs }: Xquad,
  synonyms: readonly SynonymGroup[],
): AbstentionTask[] {
  const split = (name: string, kept: Paragraph[], left: Paragraph[]): AbstentionTask => ({
    name: `XQuAD ${language}, ${name}`,
    language,
    folder: folderOf(kept, language, synonyms),
    answerable: questionsOf(kept, language),
    unanswerable: questionsOf(left, language),
  });
  const places = new Map<number, number>();
  const isKept = new Map(
    paragraphs.map((paragraph) => {
      const place = places.get(paragraph.article) ?? 0;
      places.set(paragraph.article, place + 1);
      return [paragraph.id, place % 2 === 0];
    }),
  );
  return [
    split(
      'otro tema',
      paragraphs.filter((each) => each.article % 4 === 0),
      paragraphs.filter((each) => each.article % 4 === 2),
    ),
    split(
      'mismo tema',
      paragraphs.filter(({ id }) => isKept.get(id)),
      paragraphs.filter(({ id }) => !isKept.get(id)),
    ),
  ];
}

function questionsOf(paragraphs: readonly Paragraph[], language: Language): Question[] {
  return paragraphs.flatMap(({ id, article, questions }) =>
    questions.map(({ question }) => ({ text: question, language, gold: [id], group: String(article) })),
  );
}

/** An article is a document, a paragraph one passage, a sentence one unit. */
function folderOf(
  paragraphs: readonly Paragraph[],
  language: Language,
  synonyms: readonly SynonymGroup[],
): KnowledgeFolder {
  const documents: Document[] = [];
  const passages: Passage[] = [];
  for (const article of new Set(paragraphs.map((paragraph) => paragraph.article))) {
    const own = paragraphs.filter((paragraph) => paragraph.article === article);
    const sections = own.map(({ id, text }) => sectionOf(id, text));
    const document = documentOf(`${article}.md`, own[0]?.title ?? '', language, sections);
    documents.push(document);
    for (const section of sections)
      passages.push({ id: section.anchor, document, section, units: section.units });
  }
  return { documents, passages, synonyms, skipped: [], problems: [] };
}

function sectionOf(id: string, text: string): Document['sections'][number] {
  const units = splitSentences(visible(text)).map((sentence) => ({
    kind: 'sentence' as const,
    block: 0,
    text: sentence,
    links: [],
    placeholder: false,
  }));
  return { anchor: id, heading: '', trail: [], level: 1, line: 1, units };
}

function documentOf(
  path: string,
  title: string,
  language: Language,
  sections: Document['sections'],
): Document {
  return {
    path,
    kind: 'pagina',
    language,
    title: title.replaceAll('_', ' '),
    plans: [],
    aliases: [],
    references: [],
    questions: [],
    sections,
    extra: {},
  };
}
