import { say } from '../../src/messaging/index.ts';
import { openStore } from '../../src/store/index.ts';
import { type KillEffort, type KillTotals, killing } from './kill.ts';
import type { DrillPlace } from './places.ts';
import { type DrillTelegram, startDrillTelegram } from './telegram.ts';

/** Messages wait in the outbox, and the process that sends them is killed at random moments. */
export async function outboxDrill(
  place: DrillPlace,
  messages: number,
  effort: KillEffort,
): Promise<KillTotals> {
  const telegram = await startDrillTelegram({ delay: effort.delay });
  await oweMessages(place, telegram, messages);
  return killing(place, telegram, effort);
}

/** Puts messages that must arrive into the outbox, each to a chat of its own. */
export async function oweMessages(
  { place }: Pick<DrillPlace, 'place'>,
  { server, tally }: DrillTelegram,
  messages: number,
): Promise<void> {
  const store = await openStore({ place, now: () => new Date() });
  for (let number = 0; number < messages; number += 1) {
    const chat = tally.owe();
    server.meet(chat);
    await store.outbox.put({
      key: `drill ${chat}`,
      platform: 'telegram',
      to: { id: String(chat), kind: 'direct' },
      reply: say('es', [`Novedad ${chat}.`]),
    });
  }
  await store.close();
}
