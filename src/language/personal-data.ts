import { addressSpans, emailSpans } from './personal-contacts.ts';
import { minorSpans } from './personal-minors.ts';
import { numberSpans } from './personal-numbers.ts';
import type { PersonalDataKind, PersonalSpan } from './personal-span.ts';

export type { PersonalDataKind } from './personal-span.ts';

/** Personal data in a text: `text` as written, `start` and `end` in UTF-16 units. */
export interface PersonalDatum {
  readonly kind: PersonalDataKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The personal data of people in Colombia that a text holds, in order, never overlapping. Numbers of laws,
 * contracts and projects, dates, money, percentages and the public contacts of institutions are none.
 * Law 1581 of 2012 (personal data) and Law 1098 of 2006 (children) say what may not be published.
 */
export function personalDataIn(text: string): PersonalDatum[] {
  const spans = [...emailSpans(text), ...addressSpans(text), ...numberSpans(text), ...minorSpans(text)];
  const kept: PersonalSpan[] = [];
  for (const span of spans)
    if (kept.every((other) => span.end <= other.start || other.end <= span.start)) kept.push(span);
  return kept
    .sort((a, b) => a.start - b.start)
    .map(({ kind, start, end }) => ({ kind, text: text.slice(start, end), start, end }));
}
