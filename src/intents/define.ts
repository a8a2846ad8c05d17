import { fold } from '../language/index.ts';
import type { CommandSpec } from '../messaging/index.ts';
import { textsFor } from '../texts/index.ts';
import type { Intent, Turn } from './intent.ts';
import type { KnowledgeBase, Place } from './knowledge-base.ts';
import { emptyList, isCommand, listOutcome, pageAsked } from './lists.ts';
import { showPlace } from './show.ts';

const COMMAND: CommandSpec = {
  names: { es: ['glosario', 'definir'], en: ['glossary', 'define'] },
  description: { es: 'El significado de un término', en: 'The meaning of a term' },
};
const ASKS_TERM =
  /^(?:(?:que|qe) (?:es|son|significa|significan|quiere decir)|(?:que )?significado de|significa|defina|define|definir|definicion de|what is|what are|what does|whats|define|meaning of)(?: (?:el|la|los|las|un|una|lo|eso de|the|a|an))* (.+?)(?: mean| means| significa| que es| es que)?$/;
const TERM_FIRST =
  /^(?:(?:el|la|los|las|un|una|the) )?(.+?) (?:que es|q es|que significa|significado|what is it|meaning)$/;
/** «¿y qué es SUIT?», «ok, and what is SECOP?» */
const CONTINUES = /^(?:(?:y|e|pero|entonces|bueno|listo|ok|and|but|so) )+/;

/** The meaning of a term of the glossary, or the list of its terms. */
export const define: Intent = {
  name: 'define',
  command: COMMAND,
  examples: {
    es: ['/glosario', '/glosario MRI', 'q es el mri', '¿Qué significa SUCOP?', 'sigep que es'],
    en: ['/glossary', 'define SECOP'],
  },
  answer(turn, base) {
    const place = termPlace(turn, base);
    if (place !== undefined && (turn.input.kind === 'command' || place.document.language === turn.language))
      return showPlace(turn, base, place, 0);
    const page = pageAsked(turn, 'glosario', COMMAND, /^(ver )?(el |the )?(glosario|glossary)$/);
    if (page === undefined) return undefined;
    const texts = textsFor(turn.language);
    const entries = glossaryPlaces(base).map((place) => ({ place, label: place.section.heading }));
    if (entries.length === 0) return emptyList(turn, texts.list.nothing);
    return listOutcome(turn, base, texts.list.glossary, entries, 'glosario', page);
  },
};

/** The entry of the glossary that a message asks for by name: in its language when there is one. */
export function termPlace(turn: Turn, base: KnowledgeBase): Place | undefined {
  const { input, forms, language } = turn;
  const asked =
    input.kind === 'command' && isCommand(input.name, COMMAND)
      ? fold(input.args.trim())
      : input.kind === 'text'
        ? (termAsked(forms.join(' ')) ?? nextTerm(turn, base))
        : undefined;
  if (asked === undefined || asked === '') return undefined;
  const named = placesByName(base).get(asked) ?? [];
  return named.find(({ document }) => document.language === language) ?? named[0];
}

const namedPlaces = new WeakMap<KnowledgeBase, ReadonlyMap<string, readonly Place[]>>();

/** The entries of the glossary by each of their names, read once for a folder. */
function placesByName(base: KnowledgeBase): ReadonlyMap<string, readonly Place[]> {
  const known = namedPlaces.get(base);
  if (known !== undefined) return known;
  const named = new Map<string, Place[]>();
  for (const place of glossaryPlaces(base)) {
    for (const name of namesOf(place.section.heading)) named.set(name, [...(named.get(name) ?? []), place]);
  }
  namedPlaces.set(base, named);
  return named;
}

/** «¿y el SIAC?» after an entry of the glossary. */
function nextTerm({ forms, memory }: Turn, base: KnowledgeBase): string | undefined {
  const last = memory.topic === undefined ? undefined : base.document(memory.topic.path);
  return last?.kind === 'glosario'
    ? /^(?:y|and) (?:(?:el|la|los|las|the) )?(.+)$/.exec(forms.join(' '))?.[1]
    : undefined;
}

function termAsked(text: string): string | undefined {
  const asked = text.replace(CONTINUES, '');
  return (ASKS_TERM.exec(asked) ?? TERM_FIRST.exec(asked))?.[1];
}

/** The ways to name a heading: «MRI (Mecanismo de Revisión Independiente)» has three, slashes part two names. */
function namesOf(heading: string): string[] {
  const plain = fold(heading);
  const outside = plain.replace(/\([^)]*\)/g, ' ');
  const inside = [...plain.matchAll(/\(([^)]*)\)/g)].map((match) => match[1] ?? '');
  return [
    plain,
    outside,
    ...outside.split(/[/,;]| o | y /),
    ...inside.flatMap((part) => [part, ...part.split(/[/,;]/)]),
  ]
    .map((name) => name.replace(/[^\p{L}\p{N}]+/gu, ' ').trim())
    .filter((name) => name !== '');
}

function glossaryPlaces(base: KnowledgeBase): Place[] {
  return base
    .ofKind('glosario')
    .flatMap((document) =>
      document.sections
        .filter((section) => section.heading !== '' && section.units.length > 0)
        .map((section) => ({ document, section })),
    );
}
