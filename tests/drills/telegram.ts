import { startTelegramServer, type TelegramServer } from '../support/telegram-server.ts';
import type { SentMessage } from '../support/telegram-state.ts';
import { text } from '../support/telegram-updates.ts';
import { createTally, type Tally } from './tally.ts';

/** A Telegram server, and what it hears of the bot. */
export interface DrillTelegram {
  readonly server: TelegramServer;
  readonly tally: Tally;
  /** What tells the process of the server. */
  readonly env: Readonly<Record<string, string>>;
  /**
   * Somebody new asks, so many times a second unless too many wait for their answer; until the function that comes
   * back is called.
   */
  askSteadily(perSecond: number): () => void;
}

/** Most people who wait for an answer: a process that lives a second can't answer more than it is asked. */
const MOST_WAITING = 300;

const QUESTION = '¿Cuántos compromisos tuvo el III Plan?';

/** Starts a server on the loopback whose calls take `delay` milliseconds; `alsoTell` hears of all messages too. */
export async function startDrillTelegram({
  delay = 0,
  alsoTell,
}: {
  readonly delay?: number;
  readonly alsoTell?: Tally;
} = {}): Promise<DrillTelegram> {
  const tally = createTally();
  const onSent = ({ chat }: SentMessage) => {
    tally.arrive(Number(chat));
    alsoTell?.arrive(Number(chat));
  };
  const server = await startTelegramServer({ delay, onSent });
  return {
    server,
    tally,
    env: { TELEGRAM_BOT_TOKEN: server.token, TELEGRAM_API_ROOT: server.root },
    askSteadily(perSecond) {
      const timer = setInterval(() => {
        if (tally.totals().lost < MOST_WAITING) server.push(questionIn(tally.owe()));
      }, 1_000 / perSecond);
      return () => clearInterval(timer);
    },
  };
}

/** The question of everybody, in a private chat. */
export function questionIn(chat: number): ReturnType<typeof text> {
  return text(QUESTION, {
    chat: { id: chat, type: 'private', first_name: 'A' },
    from: { id: chat, is_bot: false, first_name: 'A', language_code: 'es' },
  });
}
