import type { Chat } from 'grammy/types';
import { adapterTexts } from '../../src/texts/index.ts';
import { type AssistantProcess, matching } from './assistant-process.ts';
import { type SlackBlocks, shownText, buttonsOf as slackButtonsOf } from './slack-blocks.ts';
import { callback, directMessage, press as slackPress } from './slack-events.ts';
import type { Delivery, SlackServer } from './slack-server.ts';
import { buttonsOf } from './telegram-rules.ts';
import type { NewUpdate, TelegramServer } from './telegram-server.ts';
import { ANA, press, text } from './telegram-updates.ts';

/** One turn, as the person sees it. */
export interface Shown {
  /** What the person wrote, or the button that was pressed. */
  readonly did: string;
  /** The whole reply, with its suggestions. */
  readonly screen: string;
  /** The reply without its suggestions. */
  readonly answer: string;
  /** The suggestions, in order. */
  readonly labels: readonly string[];
}

/** A person in a conversation with the running process. Both functions resolve once the reply is there. */
export interface Citizen {
  say(words: string): Promise<Shown>;
  /** Picks the first suggestion under the last reply. */
  pickFirst(): Promise<Shown>;
}

/** The words of an answer in order, without what only one platform shows: addresses and list markers. */
export function wordsOf(answer: string): readonly string[] {
  return answer
    .replaceAll(/ \(https?:\/\/\S+\)/g, '')
    .replaceAll(/^(?:[-•]|\d+\.) /gm, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** A person whose lines go into the process's input. Each reply of a pipe is written at once. */
export function atConsole({ child, output }: AssistantProcess): Citizen {
  const offers = (['es', 'en'] as const).map((language) => adapterTexts(language).console.suggestions);
  let read = 0;
  async function say(words: string): Promise<Shown> {
    child.stdin.write(`${words}\n`);
    await matching(() => output().slice(read), /\S[\s\S]*\n$/);
    const screen = output().slice(read).trim();
    read = output().length;
    const lines = screen.split('\n');
    const offer = lines.findIndex((line) => offers.includes(line));
    return {
      did: words,
      screen,
      answer: (offer < 0 ? lines : lines.slice(0, offer)).join('\n').trim(),
      labels: offer < 0 ? [] : lines.slice(offer + 1).map((line) => line.replace(/^\d+\) /, '')),
    };
  }
  return { say, pickFirst: () => say('1') };
}

/** The id of the person on Telegram, and of the chat: one that no other number of a log can be. */
export const TELEGRAM_PERSON = 990_011_223_344;

/** A person in a private chat. `arrive` brings an update to the bot. */
export function onTelegram(
  server: TelegramServer,
  arrive: (update: NewUpdate) => unknown = server.push,
): Citizen {
  const from = { ...ANA, id: TELEGRAM_PERSON };
  const chat: Chat.PrivateChat = { id: TELEGRAM_PERSON, type: 'private', first_name: 'Ana' };

  async function reply(did: string, update: NewUpdate): Promise<Shown> {
    const before = server.sent.length;
    await arrive(update);
    await server.until(() => server.sent.length > before);
    const answer = server.sent[before]?.text ?? '';
    return shown(
      did,
      answer,
      lastButtons().map((button) => button.text),
      '\n',
    );
  }

  const lastButtons = () => buttonsOf(server.sent.at(-1)?.payload ?? {});
  return {
    say: (words) => reply(words, text(words, { chat, from })),
    pickFirst: async () => {
      const [button] = lastButtons();
      if (button === undefined) throw new Error('the last message has no button');
      const { callback_query: query } = press(`press-${server.sent.length}`, button.callback_data, chat);
      if (query === undefined) throw new Error('a press is a callback query');
      const picked = await reply(`[${button.text}]`, { callback_query: { ...query, from } });
      await server.until(() => server.answeredCallbacks.some(({ id }) => id === query.id));
      return picked;
    },
  };
}

/** The ids of the person on Slack and of the direct conversation. */
export const SLACK_PERSON = { user: 'U0CIUDADANA', channel: 'D0CIUDADANA' } as const;

/** A person in a direct conversation with the app. `arrive` brings a delivery to it. */
export function onSlack(
  server: SlackServer,
  arrive: (body: Delivery) => Promise<unknown> = server.push,
): Citizen {
  const { user, channel } = SLACK_PERSON;

  async function reply(did: string, body: Delivery): Promise<Shown> {
    const before = server.posted.length;
    await arrive(body);
    await server.until(() => server.posted.length > before);
    const blocks = server.posted[before]?.blocks ?? [];
    return shown(
      did,
      blocksOnScreen(blocks),
      slackButtonsOf(blocks).map(({ label }) => label),
      ' ',
    );
  }

  return {
    say: (words) => reply(words, callback(directMessage(words, SLACK_PERSON))),
    pickFirst: () => {
      const [button] = slackButtonsOf(server.posted.at(-1)?.blocks ?? []);
      if (button === undefined) throw new Error('the last message has no button');
      const place = { channel_id: channel };
      const who = { user: { id: user, team_id: 'T1' }, channel: { id: channel, name: 'directmessage' } };
      return reply(`[${button.label}]`, slackPress(button.value, server.responseUrl(), place, who));
    },
  };
}

function shown(did: string, answer: string, labels: readonly string[], between: string): Shown {
  const buttons = labels.map((label) => `[${label}]`).join(between);
  return { did, screen: buttons === '' ? answer : `${answer}\n\n${buttons}`, answer, labels };
}

function blocksOnScreen(blocks: SlackBlocks): string {
  return blocks
    .flatMap((block) => (block.type === 'rich_text' ? block.elements : []))
    .map((part) => {
      if (part.type !== 'rich_text_list') return shownText([{ type: 'rich_text', elements: [part] }]);
      const marker = (index: number) =>
        part.style === 'ordered' ? `${index + 1 + (part.offset ?? 0)}.` : '•';
      return part.elements
        .map((item, index) => `${marker(index)} ${shownText([{ type: 'rich_text', elements: [item] }])}`)
        .join('\n');
    })
    .join('\n\n');
}
