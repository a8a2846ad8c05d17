import { personalDataIn } from '../language/personal-data.ts';

/** True for a text that may be kept beyond its answer: it holds no personal data. */
export function mayBeKept(text: string): boolean {
  return personalDataIn(text).length === 0;
}
