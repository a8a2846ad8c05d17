import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textsFor } from '../src/texts/index.ts';
import { teamTexts } from '../src/texts/team.ts';
import { type AssistantProcess, matching } from './support/assistant-process.ts';
import { ensureBuilt } from './support/built.ts';
import { atConsole, type Citizen, onSlack, onTelegram, type Shown, wordsOf } from './support/citizens.ts';
import { CITATION, TURNS } from './support/conversation-turns.ts';
import {
  createPlatforms,
  happened,
  messagesIn,
  NEVER_LOGGED,
  SIGNING,
  SOCKET,
  stop,
} from './support/platforms.ts';
import { signed } from './support/slack-bot.ts';
import { callback, directMessage } from './support/slack-events.ts';
import { SECRET } from './support/telegram-bot.ts';
import { text } from './support/telegram-updates.ts';

/** A conversation that was held, and what became of the process. */
interface Held {
  readonly shown: readonly Shown[];
  readonly log: string;
  readonly exit: number | NodeJS.Signals | null;
}

const platforms = createPlatforms();
const held: Record<string, Held> = {};

const HOLD: Readonly<Record<string, () => Promise<Held>>> = {
  console: async () => {
    const running = platforms.start({});
    return hold(running, atConsole(running));
  },
  telegram: async () => {
    const { server, env } = await platforms.telegram();
    const running = platforms.start(env);
    await happened(running, 'telegram.started');
    const conversation = await hold(running, onTelegram(server));
    expect(server.calls.filter(({ code }) => code !== 200)).toEqual([]);
    return conversation;
  },
  slack: async () => {
    const { server, env } = await platforms.slack();
    const running = platforms.start({ ...env, ...SOCKET });
    await happened(running, 'slack.connected');
    const conversation = await hold(running, onSlack(server));
    expect(server.refused).toEqual([]);
    return conversation;
  },
};
const NAMES = Object.keys(HOLD);

async function hold(running: AssistantProcess, citizen: Citizen): Promise<Held> {
  const shown: Shown[] = [];
  for (const { says } of TURNS) {
    shown.push(await (says === undefined ? citizen.pickFirst() : citizen.say(says)));
  }
  const exit = await stop(running);
  return { shown, log: running.log(), exit };
}

function heldOn(name: string): Held {
  const conversation = held[name];
  if (conversation === undefined) throw new Error(`no conversation was held on ${name}`);
  return conversation;
}

/**
 * With `TRANSCRIPT` set to a folder, as in `TRANSCRIPT=charlas npx vitest run tests/conversation.test.ts`,
 * writes there what the person saw, turn by turn: `console.txt`, `telegram.txt` and `slack.txt`.
 */
function writeTranscripts(): void {
  const target = process.env.TRANSCRIPT ?? '';
  if (target === '') return;
  mkdirSync(target, { recursive: true });
  for (const [name, { shown }] of Object.entries(held)) {
    const turns = shown.map(({ did, screen }) => `> ${did}\n\n${screen}\n`);
    writeFileSync(join(target, `${name}.txt`), turns.join('\n'));
  }
}

beforeAll(async () => {
  ensureBuilt();
  await Promise.all(
    Object.entries(HOLD).map(async ([name, begin]) => {
      held[name] = await begin();
    }),
  );
  writeTranscripts();
});
afterAll(() => platforms.close());

describe.each(NAMES)('a conversation on %s', (name) => {
  it.each(TURNS.map((turn, index) => ({ ...turn, index, to: turn.says ?? 'the first suggestion' })))(
    'answers $index: $to',
    ({ index, shows, cites }) => {
      const answer = heldOn(name).shown[index]?.answer ?? '';
      for (const words of shows) expect(answer).toContain(words);
      expect(CITATION.test(answer), `a line of sources in: ${answer}`).toBe(cites);
    },
  );

  it('ends with 0 at SIGTERM', () => {
    expect(heldOn(name).exit).toBe(0);
  });

  it('logs each message without its words, a token or an id', () => {
    const { log } = heldOn(name);
    const messages = messagesIn(log);
    expect(messages.map(({ platform }) => platform)).toEqual(TURNS.map(() => name));
    for (const { time, level, event, platform, document, milliseconds, ...rest } of messages) {
      expect(['intent', 'status', 'reason']).toEqual(expect.arrayContaining(Object.keys(rest)));
      for (const word of Object.values(rest)) expect(word).toMatch(/^[a-z-]+$/);
    }
    const written = TURNS.flatMap(({ says }) => says ?? []);
    for (const words of [...written, ...NEVER_LOGGED]) expect(log).not.toContain(words);
  });
});

/** What only platforms that keep something say first, and what only those with buttons offer: what to do with an answer. At the console it is written. */
const ACTIONS = new Set(
  (['es', 'en'] as const).flatMap((language) => Object.values(textsFor(language).actions)),
);

it.each(NAMES.filter((name) => name !== 'console'))('%s shows what the console shows', (name) => {
  const seen = ({ shown }: Held) =>
    shown.map(({ answer, labels }) => ({
      words: wordsOf(answer.replace(teamTexts.es.firstContact, '')),
      labels: labels.filter((label) => !ACTIONS.has(label)),
    }));
  expect(seen(heldOn(name))).toEqual(seen(heldOn('console')));
});

const QUESTION = '¿Cuántos compromisos tuvo el III Plan?';

describe('the process over HTTP', () => {
  it('answers Telegram by webhook, and nobody who lacks the secret', async () => {
    const { server, env } = await platforms.telegram();
    const port = await freePort();
    const url = `http://127.0.0.1:${port}/telegram/entrada`;
    const webhook = { PORT: String(port), TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: SECRET };
    const running = platforms.start({ ...env, ...webhook });
    await happened(running, 'telegram.started');
    await expectHealthy(port);
    for (const headers of [{ 'X-Telegram-Bot-Api-Secret-Token': 'otro-secreto' }, {}]) {
      const body = JSON.stringify({ update_id: 1, ...text(QUESTION) });
      expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(401);
    }
    const citizen = onTelegram(server, async (update) => {
      expect(await server.deliver(update)).toBe(200);
    });
    await expectOneAnswer(running, citizen);
    expect(server.sent).toHaveLength(1);
  });

  it('answers what Slack signed, and nothing else', async () => {
    const { server, env } = await platforms.slack();
    const running = platforms.start({ ...env, ...SIGNING, PORT: '0' });
    const [, port] = await matching(running.log, /"event":"http listener is open".*"port":(\d+)/);
    await happened(running, 'slack.started');
    await expectHealthy(Number(port));
    const url = `http://127.0.0.1:${port}/slack/events`;
    const forged = signed(callback(directMessage(QUESTION)), { secret: '0'.repeat(32) });
    expect((await fetch(url, forged)).status).toBe(401);
    const citizen = onSlack(server, async (body) => {
      expect((await fetch(url, signed(body))).status).toBe(200);
    });
    await expectOneAnswer(running, citizen);
    expect(server.posted).toHaveLength(1);
  });

  async function expectHealthy(port: number): Promise<void> {
    const response = await fetch(`http://127.0.0.1:${port}/healthz`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ok', documents: expect.any(Number), store: 'ok' });
  }

  async function expectOneAnswer(running: AssistantProcess, citizen: Citizen): Promise<void> {
    const { answer } = await citizen.say(QUESTION);
    expect(answer).toContain('26');
    expect(answer).toMatch(CITATION);
    expect(await stop(running)).toBe(0);
    expect(messagesIn(running.log())).toHaveLength(1);
    for (const words of [QUESTION, ...NEVER_LOGGED]) expect(running.log()).not.toContain(words);
  }
});

describe('one process for both platforms', () => {
  it('keeps their conversations apart and ends with 0', async () => {
    const [telegram, slack] = await Promise.all([platforms.telegram(), platforms.slack()]);
    const running = platforms.start({ ...telegram.env, ...slack.env, ...SOCKET });
    await Promise.all([happened(running, 'telegram.started'), happened(running, 'slack.connected')]);
    const ana = onTelegram(telegram.server);
    const maria = onSlack(slack.server);
    expect((await ana.say(QUESTION)).answer).toContain('26');
    expect((await maria.say('¿Quién coordinó el III Plan?')).answer).toMatch(CITATION);
    const [toAna, toMaria] = await Promise.all([ana.say('¿y el cuarto?'), maria.say('¿y el cuarto?')]);
    expect(toAna.answer).toContain('15');
    expect(toMaria.answer).toContain('Secretaría de Transparencia');
    expect(await stop(running)).toBe(0);
    const answered = messagesIn(running.log()).map(({ platform }) => platform);
    expect(answered.toSorted()).toEqual(['slack', 'slack', 'telegram', 'telegram']);
    for (const words of NEVER_LOGGED) expect(running.log()).not.toContain(words);
  });
});

/** A port that was free a moment ago: the webhook's address must name it before the process opens it. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error('no port is free');
  return address.port;
}
