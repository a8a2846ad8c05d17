import { foreignCountries, planNumbers } from '../language/index.ts';
import { paragraph } from '../messaging/index.ts';
import { type Candidate, type SearchResult, WEIGHTS } from '../search/index.ts';
import { textsFor } from '../texts/index.ts';
import { teamOffer } from './ask-team.ts';
import { sourceBlock, sourceOf, unitBlocks } from './compose.ts';
import type { Outcome, Turn } from './intent.ts';
import type { KnowledgeBase } from './knowledge-base.ts';
import type { Memory } from './memory.ts';
import { waysIn } from './small-talk.ts';

/** Why the folder does not answer. */
export type Absence = 'missing-plan' | 'other-country' | 'pending' | 'not-in-folder';

/** Every plan named is one that the folder says nothing of. */
export function absentPlan(result: SearchResult, base: KnowledgeBase): Absence | undefined {
  const { plans } = result.question;
  return plans.length > 0 && base.plans.size > 0 && plans.every((plan) => !base.plans.has(plan))
    ? 'missing-plan'
    : undefined;
}

/** Another country is named, and the best document doesn't. */
export function absentCountry(turn: Turn, result: SearchResult): Absence | undefined {
  const countries = foreignCountries(turn.forms);
  const best = result.candidates[0];
  if (countries.length === 0) return undefined;
  if (turn.forms.some((form) => /^(plan|planes|plans|compromisos?|commitments?)$/.test(form)))
    return 'other-country';
  return best === undefined || (result.signals?.missingNames ?? 0) > 0 ? 'other-country' : undefined;
}

/** «No lo sé», with the reason and a way forward. */
export function declined(turn: Turn, result: SearchResult, reason: Absence): Outcome {
  const { ask: texts } = textsFor(turn.language);
  const lines: Readonly<Record<Absence, readonly string[]>> = {
    'missing-plan': [texts.missingPlan],
    'other-country': [texts.otherCountry, texts.otherCountryForward],
    pending: [texts.pending],
    'not-in-folder': [texts.unknown],
  };
  const said = reason === 'missing-plan' ? saidOfPlan(result) : undefined;
  const sources = said === undefined ? [] : [sourceOf(said.passage.document, said.passage.section)];
  const blocks = [
    ...(said === undefined ? lines[reason] : [texts.missingPlanButSaid]).map((line) => paragraph(line)),
    ...(said === undefined ? [] : [...unitBlocks(said.units), sourceBlock(sources, turn.language)]),
    paragraph(texts.forward),
  ];
  const suggestions = [...teamOffer(turn), ...waysIn(turn.language)];
  return {
    status: 'no-answer',
    reason,
    confidence: Math.min(result.confidence, WEIGHTS.bands.clarify),
    reply: { language: turn.language, blocks, sources, suggestions },
    memory: { ...turn.memory, unanswered: unansweredIn(turn), offered: suggestions },
    candidates: result.candidates,
  };
}

/** What would go to the team: the words of the person, not what was understood. */
export function unansweredIn({ text, quote }: Turn): Memory['unanswered'] & object {
  return { question: text, ...(quote === undefined ? {} : { message: quote }) };
}

/** A passage whose heading names the plan that no document is about: what the folder says of its absence. */
function saidOfPlan(result: SearchResult): Candidate | undefined {
  const { plans } = result.question;
  return result.candidates.find(({ passage }) =>
    plans.some((plan) => planNumbers(passage.section.heading).includes(plan)),
  );
}
