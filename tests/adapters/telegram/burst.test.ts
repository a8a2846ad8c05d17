import { expect, it } from 'vitest';
import { startTelegramBot } from '../../support/telegram-bot.ts';
import { startTelegramServer } from '../../support/telegram-server.ts';
import { text } from '../../support/telegram-updates.ts';

const BATCH = 100;

it('sends the first answers of a batch before the last ones are worked out', async () => {
  let handled = 0;
  const handledBefore: number[] = [];
  const server = await startTelegramServer({ onSent: () => handledBefore.push(handled) });
  for (let id = 1; id <= BATCH; id += 1) {
    const from = { id, is_bot: false, first_name: 'A' };
    server.push(text('hola', { from, chat: { id, type: 'private', first_name: 'A' } }));
  }
  const bot = await startTelegramBot(
    async () => {
      handled += 1;
      const content = [{ kind: 'text', text: 'buenas' } as const];
      return { language: 'es', blocks: [{ kind: 'paragraph', content }], sources: [], suggestions: [] };
    },
    { server },
  );
  await server.until(() => server.sent.length === BATCH);
  await bot.stop();
  expect(handledBefore[0]).toBeLessThan(BATCH);
});
