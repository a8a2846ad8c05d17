import type { Document, DocumentKind, KnowledgeFolder, Section } from '../knowledge/document.ts';
import { planNumbers } from '../language/index.ts';
import { createSearch, type QuestionsOf, type Search, tellsUnknown } from '../search/index.ts';
import { shortId } from './short-id.ts';

/** A section of a document: what a suggestion or a deep link points to. */
export interface Place {
  readonly document: Document;
  readonly section: Section;
}

/** All that the intents know of the folder. */
export interface KnowledgeBase {
  readonly folder: KnowledgeFolder;
  readonly search: Search;
  /** Documents of a kind, by weight, then newest first, then title. */
  ofKind(kind: DocumentKind): readonly Document[];
  /** Posts, newest first. */
  newest(): readonly Document[];
  document(path: string): Document | undefined;
  /** The permanent short id of a document or of one of its sections. */
  idOf(document: Document, section?: Section): string;
  place(id: string): Place | undefined;
  /** Numbers of the plans that the folder says something of, beyond that it knows nothing. */
  readonly plans: ReadonlySet<number>;
}

/** Prepares a folder for the intents. */
export function createKnowledgeBase(folder: KnowledgeFolder, questionsOf?: QuestionsOf): KnowledgeBase {
  const byPath = new Map(folder.documents.map((document) => [document.path, document]));
  const places = new Map<string, Place>();
  const plans = new Set<number>();
  for (const document of folder.documents) {
    for (const key of [document.path, ...document.aliases]) {
      for (const section of document.sections) {
        const id = shortId(key, section.anchor);
        if (!places.has(id)) places.set(id, { document, section });
      }
    }
    for (const plan of [...document.plans, ...plansNamed(document)]) plans.add(plan);
  }
  const kinds = new Map<DocumentKind, readonly Document[]>();
  const ofKind = (kind: DocumentKind): readonly Document[] => {
    const known = kinds.get(kind);
    if (known !== undefined) return known;
    const sorted = folder.documents.filter((document) => document.kind === kind).sort(inOrder);
    kinds.set(kind, sorted);
    return sorted;
  };
  return {
    folder,
    search: createSearch(folder, questionsOf),
    ofKind,
    newest: () => [...ofKind('publicacion')].sort((a, b) => (b.date ?? '').localeCompare(a.date ?? '')),
    document: (path) => byPath.get(path),
    idOf: (document, section) => shortId(document.path, (section ?? document.sections[0])?.anchor ?? ''),
    place: (id) => places.get(id),
    plans,
  };
}

function plansNamed(document: Document): number[] {
  return document.sections.flatMap(({ heading, units }) => {
    const telling = units.filter((unit) => !tellsUnknown(unit.text)).map((unit) => unit.text);
    return [...(telling.length === units.length ? [heading] : []), ...telling].flatMap(planNumbers);
  });
}

function inOrder(a: Document, b: Document): number {
  return (
    (a.weight ?? Number.MAX_SAFE_INTEGER) - (b.weight ?? Number.MAX_SAFE_INTEGER) ||
    (b.date ?? '').localeCompare(a.date ?? '') ||
    a.title.localeCompare(b.title, 'es')
  );
}
