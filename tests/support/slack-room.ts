import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TeamDesk } from '../../src/messaging/index.ts';
import { openStore, type Store } from '../../src/store/index.ts';
import { createDesk, createTalks, type Room } from '../../src/team/index.ts';
import { textReply } from './adapter-contract.ts';
import { messageOf } from './messages.ts';
import { recordingLogger } from './recording-logger.ts';
import { type RunningSlackBot, type SlackBotOptions, startSlackBot } from './slack-bot.ts';
import { type Member, memberAt, TEAM } from './slack-member.ts';
import { ticketOf } from './team-room.ts';

/** A room that works, with a member at it and the desk behind it. */
export interface RunningRoom extends RunningSlackBot, Member {
  readonly store: Store;
  readonly desk: ReturnType<typeof createDesk>;
  /** Adds a question that so many people ask, and shows its card. Resolves with its id. */
  ask(question?: string, people?: number): Promise<string>;
}

/** How the room of a test differs from the usual one. */
export interface RoomOptions extends SlackBotOptions {
  /** What is not as usual of the desk; `none` for no desk at all. */
  readonly desk?: Partial<TeamDesk> | 'none';
}

/** Starts a room, at a desk over a new SQLite file. Ordinary questions are answered with «Respuesta común.». */
export async function startRoom({ desk: odd, ...options }: RoomOptions = {}): Promise<RunningRoom> {
  const folder = mkdtempSync(join(tmpdir(), 'aga-room-'));
  const now = () => new Date();
  const store = await openStore({ place: { file: join(folder, 'aga.db') }, now });
  const drafts = new Set<string>();
  const room = (): Room | undefined =>
    bot.adapter.room === undefined ? undefined : { ...bot.adapter.room, platform: 'slack' };
  const desk = createDesk({
    store,
    room,
    platforms: ['telegram', 'slack'],
    write: async (path) => (drafts.size === drafts.add(path).size ? 'exists' : 'written'),
    today: () => '2026-11-24',
    logger: recordingLogger(),
  });
  const talks = createTalks({ store, desk, room, now });
  const bot = await startSlackBot(async () => textReply('Respuesta común.'), {
    ...options,
    context: { ...(odd === 'none' ? {} : { desk: { ...desk, ...odd } }), ...options.context },
    env: { SLACK_TEAM_CHANNEL: TEAM, ...options.env },
  });

  return {
    ...bot,
    ...memberAt(bot.server, bot.deliver),
    store,
    desk,
    ask: async (question = ticketOf('').question, people = 1) => {
      for (let person = 1; person <= people; person++) {
        const conversation = { id: `c${person}`, kind: 'direct' as const };
        const message = messageOf(`m${person}`, question, { conversation, author: { id: `p${person}` } });
        await talks.ask(message, question, undefined, 'es');
      }
      const asked = (await store.tickets.undecided(100)).find((ticket) => ticket.question === question);
      if (asked === undefined) throw new Error(`nobody asked «${question}»`);
      return asked.id;
    },
    stop: async () => {
      await bot.stop();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
