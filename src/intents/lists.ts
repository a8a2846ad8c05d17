import type { Document, DocumentKind } from '../knowledge/document.ts';
import {
  type Block,
  type CommandSpec,
  type Inline,
  list,
  offered,
  paragraph,
  say,
  shortLabel,
} from '../messaging/index.ts';
import { textsFor } from '../texts/index.ts';
import { longDate, seriesOf, sourceBlock, sourceOf } from './compose.ts';
import type { Intent, Outcome, Turn } from './intent.ts';
import type { KnowledgeBase, Place } from './knowledge-base.ts';
import { waysIn } from './small-talk.ts';

/** Lines that one message lists. */
const PAGE = 10;

/** Something that a list shows: where it stands, and how its line reads. */
export interface Entry {
  readonly place: Place;
  readonly label: string;
  readonly note?: string;
}

/**
 * One page of a list, with «Ver más» when there is more. Lines of one document are followed by its source;
 * lines of several documents link each to its own, where they differ.
 */
export function listOutcome(
  turn: Turn,
  base: KnowledgeBase,
  lead: string,
  entries: readonly Entry[],
  id: string,
  asked: number,
): Outcome {
  const texts = textsFor(turn.language);
  const page = Math.min(Math.max(0, Math.trunc(asked)), Math.ceil(entries.length / PAGE) - 1);
  const from = page * PAGE;
  const shown = entries.slice(from, from + PAGE);
  const sources = [
    ...new Map(shown.map(({ place }) => [place.document.path, sourceOf(place.document)])).values(),
  ];
  const isLinked = new Set(sources.map(({ url }) => url)).size > 1;
  const items = shown.map(({ place: { document }, label, note }): Inline[] => [
    document.url === undefined || !isLinked
      ? { kind: 'text', text: label }
      : { kind: 'link', text: label, url: document.url },
    ...(note === undefined ? [] : [{ kind: 'text' as const, text: `, ${note}` }]),
  ]);
  const blocks: Block[] = [paragraph(lead), list(items)];
  if (entries.length > PAGE)
    blocks.push(paragraph(texts.list.page(from + 1, from + shown.length, entries.length)));
  if (sources.length === 1) blocks.push(sourceBlock(sources, turn.language));
  const series = seriesOf(page, Math.ceil(entries.length / PAGE), id, turn.language);
  const suggestions = shown.map(({ place, label }) => ({
    id: `ver:${base.idOf(place.document, place.section)}`,
    label: shortLabel(label),
  }));
  const first = shown[0];
  return {
    status: 'answered',
    confidence: 1,
    reply: { language: turn.language, blocks, sources, suggestions, ...series },
    memory: {
      question: lead,
      ...(first === undefined || sources.length > 1
        ? {}
        : { topic: { path: first.place.document.path, anchor: '' } }),
      sources,
      offered: offered({ ...series, suggestions }),
      ...(series.pages?.next === undefined ? {} : { next: series.pages.next.id }),
    },
  };
}

/** What is said when a list has nothing in it. */
export function emptyList(turn: Turn, text: string): Outcome {
  const reply = say(turn.language, [text], waysIn(turn.language));
  return {
    status: 'no-answer',
    reason: 'empty-list',
    confidence: 0,
    reply,
    memory: { ...turn.memory, offered: reply.suggestions },
  };
}

/** A document as an entry: its first section that says something. */
export function entryOf(document: Document, note?: string): Entry[] {
  const section = document.sections.find((candidate) => candidate.units.length > 0);
  return section === undefined
    ? []
    : [{ place: { document, section }, label: document.title, ...(note === undefined ? {} : { note }) }];
}

interface ListSpec {
  readonly name: string;
  readonly id: string;
  readonly kind: DocumentKind;
  readonly command: CommandSpec;
  readonly lead: 'challenges' | 'plans';
  readonly asks: RegExp;
  readonly examples: Intent['examples'];
}

function listIntent(spec: ListSpec): Intent {
  return {
    name: spec.name,
    command: spec.command,
    examples: spec.examples,
    answer(turn, base) {
      const page = pageAsked(turn, spec.id, spec.command, spec.asks);
      if (page === undefined) return undefined;
      const entries = base.ofKind(spec.kind).flatMap((document) => entryOf(document));
      const texts = textsFor(turn.language);
      if (entries.length === 0)
        return turn.input.kind === 'text' ? undefined : emptyList(turn, texts.list.nothing);
      return listOutcome(turn, base, texts.list[spec.lead], entries, spec.id, page);
    },
  };
}

/** The page of a list that a message asks for: 0 for the command or the phrase, n for the button `id:n`. */
export function pageAsked(turn: Turn, id: string, command: CommandSpec, asks: RegExp): number | undefined {
  const { input } = turn;
  if (input.kind === 'command')
    return isCommand(input.name, command) && input.args.trim() === '' ? 0 : undefined;
  if (input.kind === 'choice') {
    const [name, page = '0'] = input.id.split(':');
    return name === id ? Number(page) || 0 : undefined;
  }
  return input.kind === 'text' && asks.test(turn.forms.join(' ')) ? 0 : undefined;
}

/** True when `name` is one of a command's spellings. */
export function isCommand(name: string, command: CommandSpec): boolean {
  return [...command.names.es, ...command.names.en].includes(name);
}

export const challenges = listIntent({
  name: 'challenges',
  id: 'desafios',
  kind: 'desafio',
  lead: 'challenges',
  command: {
    names: { es: ['desafios'], en: ['challenges'] },
    description: { es: 'Los desafíos identificados', en: 'The challenges' },
  },
  asks: /^((ver|lista|listado|muestreme|muestra|mostrar|dame|deme|quiero ver|show|list|see)( me)?( de)? )?(todos |all )?(los |the )?((9|nueve|nine) )?(desafios|retos|challenges)$/,
  examples: { es: ['/desafios', 'ver los desafíos', 'desafíos'], en: ['/challenges', 'list the challenges'] },
});

export const plans = listIntent({
  name: 'plans',
  id: 'planes',
  kind: 'plan',
  lead: 'plans',
  command: {
    names: { es: ['planes'], en: ['plans'] },
    description: { es: 'Los planes de acción', en: 'The action plans' },
  },
  asks: /^((ver|lista|listado|muestreme|muestra|mostrar|dame|deme|quiero ver|show|list|see)( me)?( de)? )?(todos |all )?(los |the )?(5 )?(planes( de accion)?|(action )?plans)$/,
  examples: {
    es: ['/planes', 'ver los planes', 'lista de planes de acción'],
    en: ['/plans', 'list the action plans'],
  },
});

const POSTS: CommandSpec = {
  names: { es: ['publicaciones', 'noticias'], en: ['posts', 'news'] },
  description: { es: 'Las publicaciones más recientes', en: 'The latest posts' },
};
const ASKS_POSTS =
  /^((ver|lista|listado|muestreme|muestra|mostrar|dame|deme|quiero ver|cuales son|show|list|see|what are)( me)?( de)? )?(las |los |the )?(todas |all |ultimas |ultimos |recientes |latest |last |recent )?(las )?(ultimas |recientes |latest )?(publicaciones|noticias|notas|posts|news|entradas)( mas)?( recientes| nuevas| ultimas)?( (de|del|en|of|from|in)( año)? ((19|20)\d\d))?$/;

/** The latest posts, or those of a year. */
export const posts: Intent = {
  name: 'posts',
  command: POSTS,
  examples: {
    es: [
      '/publicaciones',
      'últimas noticias',
      'publicaciones de 2021',
      '¿cuáles son las últimas publicaciones?',
    ],
    en: ['/posts', 'latest news', 'posts from 2021'],
  },
  answer(turn, base) {
    const { input } = turn;
    const [name, second = '', third = '0'] = input.kind === 'choice' ? input.id.split(':') : [];
    const isPage = name === 'publicaciones';
    const isText = input.kind === 'text' && ASKS_POSTS.test(turn.forms.join(' '));
    const isOurs = input.kind === 'command' && isCommand(input.name, POSTS);
    if (!isPage && !isText && !isOurs) return undefined;
    const texts = textsFor(turn.language);
    const year = isPage ? second : (/\b(19|20)\d\d\b/.exec(turn.text)?.[0] ?? '');
    const newest = base.newest().filter((document) => (document.date ?? '').startsWith(year));
    const entries = newest.flatMap((document) =>
      entryOf(document, document.date === undefined ? undefined : longDate(document.date, turn.language)),
    );
    if (entries.length === 0)
      return emptyList(turn, year === '' ? texts.list.nothing : texts.list.noPostsOf(year));
    const lead = year === '' ? texts.list.posts : texts.list.postsOf(year);
    return listOutcome(turn, base, lead, entries, `publicaciones:${year}`, Number(third) || 0);
  },
};
