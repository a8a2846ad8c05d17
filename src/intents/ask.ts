import type { Section, Unit } from '../knowledge/document.ts';
import { isStopWord, stem, termsOf } from '../language/index.ts';
import { type Block, type Inline, paragraph, type Suggestion, shortLabel } from '../messaging/index.ts';
import { type Candidate, plansOf, type SearchResult, WEIGHTS } from '../search/index.ts';
import { textsFor } from '../texts/index.ts';
import { actionsOn } from './actions.ts';
import { teamOffer } from './ask-team.ts';
import { sourceBlock, sourceOf, unitBlocks } from './compose.ts';
import { absentCountry, absentPlan, declined, unansweredIn } from './decline.ts';
import { termPlace } from './define.ts';
import { standAlone, withTopic } from './follow-up.ts';
import type { Intent, Outcome, Turn } from './intent.ts';
import type { KnowledgeBase } from './knowledge-base.ts';
import { withAnswer } from './memory.ts';
import { sectionsAfter, showPlace } from './show.ts';

/** Everything else: the question goes to the folder, which answers, asks back, or says that it doesn't know. */
export const ask: Intent = {
  name: 'ask',
  examples: {
    es: [
      '¿Cuántos compromisos tuvo el III Plan?',
      'quien hablo en la reunion de lecciones aprendidas',
      '¿Qué desafíos se identificaron para el III Plan?',
    ],
    en: ['how many commitments did the fourth plan have?'],
  },
  answer(turn, base) {
    if (turn.input.kind !== 'text' && turn.input.kind !== 'command') return undefined;
    if (!turn.forms.some((form) => /[\p{L}\p{N}]/u.test(form))) return undefined;
    const term = termPlace(turn, base);
    if (term !== undefined && base.search.ask(turn.text, turn.language).confidence < WEIGHTS.bands.answer)
      return showPlace(turn, base, term, 0);
    const { question, result } = understand(turn, base);
    const absent = absentPlan(result, base) ?? absentCountry(turn, result);
    if (absent !== undefined) return declined(turn, result, absent);
    if (result.isPending && result.confidence >= WEIGHTS.bands.clarify)
      return declined(turn, result, 'pending');
    if (result.confidence >= WEIGHTS.bands.answer) return answered(turn, base, question, result);
    if (result.confidence >= WEIGHTS.bands.clarify) return clarified(turn, base, question, result);
    return declined(turn, result, result.isPending ? 'pending' : 'not-in-folder');
  },
};

/** Searches what the person means: with the conversation's help when the words lean on it or fail alone. */
function understand(turn: Turn, base: KnowledgeBase): { question: string; result: SearchResult } {
  const search = (question: string) => ({ question, result: base.search.ask(question, turn.language) });
  const rewritten = standAlone(turn, base).map(search);
  if (rewritten.length > 0) {
    const own = turn.forms.filter((form) => !isStopWord(form, turn.language)).map((form) => stem(form, 'es'));
    const holding = rewritten.filter(({ result }) => holdsAny(result, own));
    return mostConfident(holding.length > 0 ? holding : rewritten);
  }
  const alone = search(turn.text);
  if (alone.result.confidence >= WEIGHTS.bands.answer) return alone;
  const widened = withTopic(turn, base).map(search);
  const best = mostConfident([alone, ...widened]);
  return best.result.confidence >= WEIGHTS.bands.answer ? best : alone;
}

/** True when the best passage holds one of the words that the person just wrote, and not only those said before. */
function holdsAny(result: SearchResult, stems: readonly string[]): boolean {
  const best = result.candidates[0]?.passage;
  if (best === undefined) return false;
  const { document, section, units } = best;
  const text = [document.title, section.heading, ...units.map((unit) => unit.text)].join(' ');
  const held = new Set(termsOf(text, 'es').map((term) => term.stem));
  return stems.some((part) => held.has(part));
}

/** The first of the most confident. */
function mostConfident<T extends { readonly result: SearchResult }>(all: readonly T[]): T {
  return all.reduce((best, next) => (next.result.confidence > best.result.confidence ? next : best));
}

function answered(turn: Turn, base: KnowledgeBase, question: string, result: SearchResult): Outcome {
  const best = result.candidates[0];
  if (best === undefined) return declined(turn, result, 'not-in-folder');
  const { document, section } = best.passage;
  const source = sourceOf(document, section);
  const next = nextOfPage(result, best);
  const also = next === undefined ? [] : alsoSaid(next, best);
  const suggestions = nextSteps(turn, base, result, best, also);
  const id = base.idOf(document, section);
  return {
    status: 'answered',
    confidence: result.confidence,
    reply: {
      language: turn.language,
      blocks: [
        ...unitBlocks(best.units),
        ...alsoBlocks(also, next, best),
        sourceBlock([source], turn.language),
      ],
      sources: [source],
      suggestions,
      actions: actionsOn(id, turn.language),
    },
    memory: {
      question,
      topic: { path: document.path, anchor: section.anchor },
      sources: [source],
      offered: suggestions,
      answers: withAnswer(turn.memory.answers, { id, question, confidence: result.confidence }),
      ...(suggestions[0] === undefined ? {} : { next: suggestions[0].id }),
    },
    candidates: result.candidates,
  };
}

/** The next passage of the same page, when it is nearly as near as the best. */
function nextOfPage({ candidates }: SearchResult, best: Candidate): Candidate | undefined {
  const next = candidates.find((other) => other !== best && other.passage.document === best.passage.document);
  return next !== undefined && next.score >= best.score * WEIGHTS.select.asNear ? next : undefined;
}

/** What that passage says beyond what is shown of the best. */
function alsoSaid(next: Candidate, best: Candidate): readonly Unit[] {
  return nearestOf(next).filter((unit) => !best.units.includes(unit));
}

/** That, under its own heading where it stands in another section. */
function alsoBlocks(also: readonly Unit[], next: Candidate | undefined, best: Candidate): Block[] {
  const units = unitBlocks(also);
  const section = next?.passage.section;
  return units.length === 0 ||
    section === undefined ||
    section === best.passage.section ||
    section.heading === ''
    ? units
    : [paragraph({ kind: 'strong', text: section.heading }), ...units];
}

/** The nearest unit of a candidate, with the list that it announces or that it is an item of, if that is no longer than an answer. */
function nearestOf(candidate: Candidate): readonly Unit[] {
  const unit = candidate.nearest;
  if (unit === undefined) return [];
  const length = candidate.units.reduce((sum, { text }) => sum + text.length, 0);
  if (unit.kind !== 'sentence' && length <= WEIGHTS.select.characters) return candidate.units;
  const after = candidate.units.slice(candidate.units.indexOf(unit) + 1);
  const end = after.findIndex(({ kind }) => kind === 'sentence');
  return unit.text.endsWith(':') ? [unit, ...after.slice(0, end < 0 ? undefined : end)] : [unit];
}

/** The rest of the section, the runner-up from another document when it is close, and what follows. */
function nextSteps(
  turn: Turn,
  base: KnowledgeBase,
  result: SearchResult,
  best: Candidate,
  also: readonly Unit[],
): Suggestion[] {
  const { document, section } = best.passage;
  const shown = new Set([...best.units, ...also]);
  const heading = section.heading === '' ? document.title : section.heading;
  const steps: Suggestion[] = [];
  if (section.units.some((unit) => !unit.placeholder && !shown.has(unit)))
    steps.push({
      id: `ver:${base.idOf(document, section)}`,
      label: shortLabel(textsFor(turn.language).suggestion.readMore(heading)),
    });
  const rival = result.candidates.find((candidate) => candidate.passage.document !== document);
  if (rival !== undefined && rival.score > best.score * 0.7) steps.push(choiceOf(base, rival));
  steps.push(...sectionsAfter(base, { document, section }));
  return distinct(steps).slice(0, 3);
}

function choiceOf(base: KnowledgeBase, { passage }: Candidate): Suggestion {
  const { document, section } = passage;
  const plan = plansOf(passage)[0];
  const label = section.heading === '' ? document.title : section.heading;
  const named =
    plan === undefined || document.title === label || document.kind === 'glosario'
      ? label
      : `${label} (${document.title})`;
  return {
    id: `ver:${base.idOf(document, section)}`,
    label: shortLabel(Array.from(named).length > 60 ? label : named),
  };
}

function distinct(suggestions: readonly Suggestion[]): Suggestion[] {
  const labels = new Set<string>();
  return suggestions.filter(({ id, label }) => {
    if (labels.has(label) || labels.has(id)) return false;
    labels.add(label);
    labels.add(id);
    return true;
  });
}

/** Asks back with the nearest sections: the first with what would have been the answer, the others with a sentence. */
function clarified(turn: Turn, base: KnowledgeBase, question: string, result: SearchResult): Outcome {
  const sections = new Set<Section>();
  const nearest = result.candidates.filter(({ passage }) => {
    const isNew = !sections.has(passage.section);
    sections.add(passage.section);
    return isNew;
  });
  const shown = nearest
    .filter(({ units }) => units.length > 0)
    .slice(0, 3)
    .map((candidate, index) => {
      const next = index === 0 ? nextOfPage(result, candidate) : undefined;
      return {
        candidate,
        units: index === 0 ? candidate.units : nearestOf(candidate),
        also: next?.passage.section === candidate.passage.section ? alsoSaid(next, candidate) : [],
        choice: choiceOf(base, candidate),
      };
    });
  const sources = shown.map(({ candidate: { passage } }) => sourceOf(passage.document, passage.section));
  const items = shown.map(({ choice, units, also }): Inline[] => [
    { kind: 'strong', text: choice.label },
    ...inLine(units),
    ...also.map(({ text }): Inline => ({ kind: 'text', text: ` … ${text}` })),
  ]);
  const choices = shown.map(({ choice }) => choice);
  const blocks = [
    paragraph(textsFor(turn.language).ask.clarify),
    { kind: 'list' as const, ordered: true, items },
    sourceBlock([...new Map(sources.map((source) => [source.path, source])).values()], turn.language),
  ];
  return {
    status: 'clarify',
    reason: 'unsure',
    confidence: result.confidence,
    reply: { language: turn.language, blocks, sources, suggestions: [...choices, ...teamOffer(turn)] },
    memory: {
      ...turn.memory,
      question,
      sources,
      unanswered: unansweredIn(turn),
      offered: [...choices, ...teamOffer(turn)],
    },
    candidates: result.candidates,
  };
}

/** Units in one line, word for word: sentences after each other, items with semicolons where they have no full stop. */
function inLine(units: readonly Unit[]): Inline[] {
  return units.map(({ kind, text }, index): Inline => {
    const before = units[index - 1];
    const isNextItem = kind !== 'sentence' && before !== undefined && before.kind !== 'sentence';
    const mark = before === undefined ? ':' : isNextItem && !/[.;]$/.test(before.text) ? ';' : '';
    return { kind: 'text', text: `${mark} ${text}` };
  });
}
