import { say } from '../messaging/index.ts';
import { protectionTexts } from '../texts/protection.ts';
import type { Check } from './check.ts';
import { createWindow, type Window } from './window.ts';
import { languageOf } from './written.ts';

/** How many messages a minute are answered. */
export interface Limits {
  /** Of one person on one platform. */
  readonly perPerson: number;
  /** Of all persons on all platforms, in this process. */
  readonly together: number;
}

const MINUTE = 60_000;

/** People who are remembered; the one who has been silent longest is forgotten first. */
const MOST_PEOPLE = 10_000;

/** The person at the keyboard of the machine itself, often a script, is not limited. */
const LOCAL = 'console';

interface Person {
  readonly window: Window;
  /** Until when this person was told to wait. */
  readonly silentUntil: number;
}

/**
 * Refuses a person's messages above the limits. Questions, commands and buttons count alike. The first refusal
 * says how long to wait; until then the rest get no reply. `clock` gives milliseconds.
 */
export function limited({ perPerson, together }: Limits, clock: () => number): Check {
  const people = new Map<string, Person>();
  const everyone = createWindow(together, MINUTE);
  const remember = (key: string, person: Person): void => {
    people.delete(key);
    people.set(key, person);
    for (const silent of people.keys()) {
      if (people.size <= MOST_PEOPLE) break;
      people.delete(silent);
    }
  };
  return (message) => {
    const { platform, author } = message;
    if (platform === LOCAL) return undefined;
    const now = clock();
    const key = JSON.stringify([platform, author.id]);
    const { window, silentUntil } = people.get(key) ?? {
      window: createWindow(perPerson, MINUTE),
      silentUntil: now,
    };
    const ownWait = window.wait(now);
    const wait = Math.max(ownWait, everyone.wait(now));
    if (wait === 0) {
      window.take(now);
      everyone.take(now);
      remember(key, { window, silentUntil });
      return undefined;
    }
    const reason = ownWait > 0 ? 'rate-person' : 'rate-everyone';
    if (now < silentUntil) return { reason };
    remember(key, { window, silentUntil: now + wait });
    const language = languageOf(message);
    const { tooFast, tooMany } = protectionTexts[language];
    const seconds = Math.ceil(wait / 1_000);
    return { reason, reply: say(language, [ownWait > 0 ? tooFast(seconds) : tooMany(seconds)]) };
  };
}
