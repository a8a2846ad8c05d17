import { expect, it, vi } from 'vitest';
import { sendOutbox } from '../../src/delivery/index.ts';
import {
  type Adapter,
  type ConversationRef,
  type Delivery,
  say,
  Undelivered,
} from '../../src/messaging/index.ts';
import { describeOnEachEngine, type Stores } from '../support/engines.ts';
import { recordingLogger } from '../support/recording-logger.ts';

const PATIENCE = { timeout: 10_000, interval: 10 };
const to = (id: string): ConversationRef => ({ id, kind: 'direct' });

/** A platform that notes what it is sent; `refuse` may throw for it. */
async function sending(
  { open, clock }: Pick<Stores, 'open' | 'clock'>,
  refuse: (id: string) => void = () => {},
  recording: () => Promise<void> = async () => {},
) {
  const store = await open();
  const sent: { id: string; text: unknown; delivery: Delivery | undefined }[] = [];
  const adapter: Adapter = {
    name: 'pigeon',
    run: async () => {},
    send: async ({ id }, reply, delivery) => {
      refuse(id);
      sent.push({ id, text: reply.blocks[0], delivery });
    },
  };
  const logger = recordingLogger();
  const controller = new AbortController();
  const finished = sendOutbox(
    {
      outbox: {
        ...store.outbox,
        done: async (message) => {
          await recording();
          await store.outbox.done(message);
        },
      },
      adapters: [adapter],
      paces: {},
      logger,
      now: () => clock.now().getTime(),
      chance: () => 0.5,
    },
    controller.signal,
  );
  const put = (key: string, id: string) =>
    store.outbox.put({ key, platform: 'pigeon', to: to(id), reply: say('es', [key]), quote: `m-${key}` });
  const stop = async () => {
    controller.abort();
    await finished;
  };
  return { store, sent, logger, put, stop };
}

describeOnEachEngine('sending the outbox', (stores) => {
  it('sends each message once, those of one conversation in order', async () => {
    const { sent, put, stop, store } = await sending(stores);
    for (const key of ['1', '2', '3']) await put(key, 'a');
    await put('4', 'b');
    await put('4', 'b');
    await vi.waitFor(async () => expect(await store.outbox.waiting()).toBe(0), PATIENCE);
    await stop();
    expect(sent.filter(({ id }) => id === 'a').map(({ delivery }) => delivery?.quote)).toEqual([
      'm-1',
      'm-2',
      'm-3',
    ]);
    expect(sent.filter(({ id }) => id === 'b')).toHaveLength(1);
  });

  it('drops what will never arrive, and goes on with the rest', async () => {
    const { sent, put, stop, store, logger } = await sending(stores, (id) => {
      if (id === 'gone') throw new Undelivered('blocked', { isFinal: true });
    });
    await put('1', 'gone');
    await put('2', 'gone');
    await put('3', 'here');
    await vi.waitFor(async () => expect(await store.outbox.waiting()).toBe(0), PATIENCE);
    await stop();
    expect(sent.map(({ id }) => id)).toEqual(['here']);
    expect(logger.entries.filter(({ event }) => event === 'message dropped')).toHaveLength(2);
  });

  it('tries again what did not arrive, when the platform says so', async () => {
    let refusals = 0;
    const { sent, put, stop, logger } = await sending(stores, () => {
      if (refusals++ === 0) throw new Undelivered('slow down', { isFinal: false, retryAfter: 40_000 });
    });
    await put('1', 'a');
    await vi.waitFor(
      () => expect(logger.entries.map(({ event }) => event)).toContain('message postponed'),
      PATIENCE,
    );
    expect(sent).toEqual([]);
    stores.clock.advance(40_000);
    await vi.waitFor(() => expect(sent).toHaveLength(1), PATIENCE);
    await stop();
  });

  it('sends nothing again when the store goes away just after, and goes on once it is back', async () => {
    let failures = 0;
    const { sent, put, stop, store, logger } = await sending(
      stores,
      () => {},
      async () => {
        if (failures++ < 2) throw new Error('the store is away');
      },
    );
    await put('1', 'a');
    await put('2', 'a');
    await vi.waitFor(async () => expect(await store.outbox.waiting()).toBe(0), PATIENCE);
    await stop();
    expect(sent.map(({ delivery }) => delivery?.quote)).toEqual(['m-1', 'm-2']);
    expect(failures).toBe(4);
    expect(logger.entries.map(({ level, event }) => [level, event])).toEqual([
      ['warn', 'outbox is out of reach'],
      ['info', 'outbox is back'],
    ]);
  });

  it('leaves what it had not sent for whoever comes next', async () => {
    const { put, stop, store } = await sending(stores, () => {
      throw new Error('the network is down');
    });
    await put('1', 'a');
    await stop();
    expect(await store.outbox.waiting()).toBe(1);
  });
});
