import { shorten } from '../buttons.ts';
import { isVisible, showable } from '../rich-text.ts';

/** A text as it can be shown in at most `limit` characters, and `blank` when there is nothing to see in it. */
export function shown(text: string, limit: number, blank: string): string {
  const whole = showable({ kind: 'text', text }).text.trim();
  return isVisible(whole) ? shorten(whole, limit) : blank;
}
