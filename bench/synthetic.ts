import type { Document, KnowledgeFolder, Passage, Section } from '../src/knowledge/index.ts';
import { createRandom, pick } from './random.ts';

const PASSAGES_IN_A_DOCUMENT = 5;

/**
 * A folder of exactly `size` passages: the first real ones and, when they are too few, passages whose
 * sentences, headings and titles are drawn from the real ones of `sources`. No new words come in, so each
 * word stands in more passages than it would in a real folder of that size: harder, never easier, on time.
 */
export function resized(
  folder: KnowledgeFolder,
  sources: readonly Passage[],
  size: number,
  seed: number,
): KnowledgeFolder {
  const random = createRandom(seed);
  const sentences = sources.flatMap(({ units }) => units);
  const passages = folder.passages.slice(0, size);
  const documents: Document[] = [...new Set(passages.map(({ document }) => document))];
  while (passages.length < size) {
    const length = Math.min(PASSAGES_IN_A_DOCUMENT, size - passages.length);
    const sections = Array.from({ length }, (_, index): Section => {
      const { section, units } = pick(random, sources);
      const anchor = `${documents.length}-${index}`;
      return { ...section, anchor, units: units.map(() => pick(random, sentences)) };
    });
    const document = {
      ...pick(random, sources).document,
      path: `sintetico/${documents.length}.md`,
      sections,
    };
    documents.push(document);
    for (const section of sections)
      passages.push({ id: `${document.path}#${section.anchor}`, document, section, units: section.units });
  }
  return { ...folder, documents, passages };
}
