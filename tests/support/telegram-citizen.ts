import type { Chat } from 'grammy/types';
import { buttonsOf } from './telegram-rules.ts';
import type { TelegramServer } from './telegram-server.ts';
import type { SentMessage } from './telegram-state.ts';
import { ANA, press, text } from './telegram-updates.ts';

/** One of several people who talk with the bot in private. Each act resolves once something came back. */
export interface TelegramCitizen {
  says(words: string): Promise<void>;
  /** Presses the newest button that says this. */
  presses(label: string): Promise<void>;
  lastRead(): string;
  /** The message that the last one answers, if it quotes one. */
  lastQuoted(): number | undefined;
  /** The person's own first message. */
  askedBy(): number | undefined;
}

/** A person with this id, in the chat of the same id. */
export function createCitizen(server: TelegramServer, id: number): TelegramCitizen {
  const from = { ...ANA, id };
  const chat: Chat.PrivateChat = { id, type: 'private', first_name: 'Ana' };
  let first: number | undefined;
  const received = (): readonly SentMessage[] => server.sent.filter((sent) => sent.chat === String(id));
  const quoted = ({ payload }: SentMessage): number | undefined =>
    (payload.reply_parameters as { message_id?: number } | undefined)?.message_id;
  async function came(act: () => void): Promise<void> {
    const before = received().length;
    act();
    await server.until(() => received().length > before);
  }
  return {
    says: (words) =>
      came(() => {
        const update = text(words, { chat, from });
        first ??= update.message?.message_id;
        server.push(update);
      }),
    presses: (label) =>
      came(() => {
        const button = received()
          .flatMap(({ payload }) => buttonsOf(payload))
          .findLast((each) => each.text === label);
        if (button === undefined) throw new Error(`no button says ${label}`);
        const { callback_query: query } = press(`${id}-${server.sent.length}`, button.callback_data, chat);
        if (query === undefined) throw new Error('a press is a callback query');
        server.push({ callback_query: { ...query, from } });
      }),
    lastRead: () => received().at(-1)?.text ?? '',
    lastQuoted: () => {
      const last = received().at(-1);
      return last === undefined ? undefined : quoted(last);
    },
    askedBy: () => first,
  };
}
