import type { Document } from '../knowledge/document.ts';
import type { Find, Finding, Language, PlaceOf } from '../messaging/index.ts';
import { sourceOf } from './compose.ts';
import type { Turn } from './intent.ts';
import type { KnowledgeBase, Place } from './knowledge-base.ts';
import { entryOf } from './lists.ts';
import { EMPTY_MEMORY } from './memory.ts';
import { showPlace } from './show.ts';

/** Most places that one search gives. */
const MOST = 50;

/** Finds places without a conversation, for where people look through a list: see `Find`. */
export function createFind(base: KnowledgeBase): Find {
  return (query, language) => {
    const places = query.trim() === '' ? waysInto(base) : searched(base, query, language);
    return places.slice(0, MOST).map((found) => finding(base, found, language));
  };
}

/** Finds the one document whose address it is, whatever the scheme and the slash at its end: see `PlaceOf`. */
export function createPlaceOf(base: KnowledgeBase): PlaceOf {
  return (url, language) => {
    const key = addressKey(url);
    const isThere = (document: Document) => key !== undefined && addressKey(document.url ?? '') === key;
    const [document, ...others] = base.folder.documents.filter(isThere);
    if (document === undefined || others.length > 0) return undefined;
    const [found] = entryOf(document).flatMap(({ place }) => opened(place));
    return found === undefined ? undefined : finding(base, found, language);
  };
}

/** What two addresses of one page share: host and path. */
function addressKey(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, host, pathname } = new URL(url);
  return /^https?:$/.test(protocol) ? `${host}${pathname.replace(/\/+$/, '')}` : undefined;
}

interface Found {
  readonly place: Place;
  readonly excerpt: string;
}

function searched(base: KnowledgeBase, query: string, language: Language): Found[] {
  const found = new Map<string, Found>();
  for (const candidate of base.search.ask(query, language).candidates) {
    const { document, section } = candidate.passage;
    const id = base.idOf(document, section);
    const excerpt = candidate.nearest?.text;
    if (excerpt !== undefined && !found.has(id)) found.set(id, { place: { document, section }, excerpt });
  }
  return [...found.values()];
}

function waysInto(base: KnowledgeBase): Found[] {
  const documents = [...base.ofKind('desafio'), ...base.newest()];
  return documents.flatMap((document) => entryOf(document).flatMap(({ place }) => opened(place)));
}

/** A place with its first sentence, if it has one to show. */
function opened(place: Place): Found[] {
  const excerpt = place.section.units.find((unit) => !unit.placeholder)?.text;
  return excerpt === undefined ? [] : [{ place, excerpt }];
}

function finding(base: KnowledgeBase, { place, excerpt }: Found, language: Language): Finding {
  const { document, section } = place;
  const turn: Turn = {
    input: { kind: 'choice', id: '' },
    text: '',
    forms: [],
    language,
    isGroup: false,
    hasTeam: false,
    keepsRecords: false,
    memory: EMPTY_MEMORY,
  };
  return {
    id: base.idOf(document, section),
    title: section.heading === '' ? document.title : section.heading,
    excerpt,
    source: sourceOf(document, section),
    reply: showPlace(turn, base, place, 0).reply,
  };
}
