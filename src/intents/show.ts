import type { Unit } from '../knowledge/document.ts';
import { type Block, offered, paragraph, type Suggestion, shortLabel } from '../messaging/index.ts';
import { actionsOn } from './actions.ts';
import { seriesOf, sourceBlock, sourceOf, unitBlocks } from './compose.ts';
import type { Intent, Outcome, Turn } from './intent.ts';
import type { KnowledgeBase, Place } from './knowledge-base.ts';

/** How many characters of a section one message shows. */
const PAGE = 900;

/** Shows a section's `page`-th message, the last one when there are fewer, with its heading and source. */
export function showPlace(turn: Turn, base: KnowledgeBase, place: Place, page: number): Outcome {
  const { document } = place;
  const section = place.section.units.some((unit) => !unit.placeholder)
    ? place.section
    : (document.sections.find((candidate) => candidate.units.some((unit) => !unit.placeholder)) ??
      place.section);
  const pages = paged(section.units.filter((unit) => !unit.placeholder));
  const number = Math.max(0, Math.min(page, pages.length - 1));
  const source = sourceOf(document, section);
  const title = section.heading === '' ? document.title : section.heading;
  const blocks: Block[] = [
    paragraph({ kind: 'strong', text: title }),
    ...unitBlocks(pages[number] ?? []),
    sourceBlock([source], turn.language),
  ];
  const id = base.idOf(document, section);
  const series = seriesOf(number, pages.length, `ver:${id}`, turn.language);
  const suggestions = sectionsAfter(base, place).slice(0, 3);
  const choices = offered({ ...series, suggestions });
  return {
    status: 'answered',
    confidence: 1,
    reply: {
      language: turn.language,
      blocks,
      sources: [source],
      suggestions,
      ...series,
      actions: actionsOn(id, turn.language),
    },
    memory: {
      question: title,
      topic: { path: document.path, anchor: section.anchor },
      sources: [source],
      offered: choices,
      ...(choices[0] === undefined ? {} : { next: choices[0].id }),
    },
  };
}

/** The sections that follow a place in its document, as suggestions to read on. */
export function sectionsAfter(base: KnowledgeBase, { document, section }: Place): Suggestion[] {
  const index = document.sections.indexOf(section);
  return document.sections
    .slice(index + 1)
    .filter((next) => next.heading !== '' && next.units.some((unit) => !unit.placeholder))
    .map((next) => ({ id: `ver:${base.idOf(document, next)}`, label: shortLabel(next.heading) }));
}

function paged(units: readonly Unit[]): Unit[][] {
  const pages: Unit[][] = [];
  let current: Unit[] = [];
  let length = 0;
  for (const unit of units) {
    if (current.length > 0 && length + unit.text.length > PAGE) {
      pages.push(current);
      current = [];
      length = 0;
    }
    current.push(unit);
    length += unit.text.length;
  }
  if (current.length > 0) pages.push(current);
  return pages;
}

/** A button that points to a section. */
export const show: Intent = {
  name: 'show',
  examples: { es: [], en: [] },
  answer(turn, base) {
    if (turn.input.kind !== 'choice') return undefined;
    const [kind, id = '', page = '0'] = turn.input.id.split(':');
    const place = kind === 'ver' ? base.place(id) : undefined;
    return place === undefined ? undefined : showPlace(turn, base, place, Number(page) || 0);
  },
};
