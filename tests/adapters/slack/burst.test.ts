import { expect, it } from 'vitest';
import { startSlackBot } from '../../support/slack-bot.ts';
import { callback, directMessage } from '../../support/slack-events.ts';
import { slackManifest } from '../../support/slack-manifest.ts';
import { startSlackServer } from '../../support/slack-server.ts';

const BURST = 100;

it('posts the first answers of a burst before the last ones are worked out', async () => {
  let handled = 0;
  const handledBefore: number[] = [];
  const server = await startSlackServer(slackManifest, { onPosted: () => handledBefore.push(handled) });
  const bot = await startSlackBot(
    async () => {
      handled += 1;
      const content = [{ kind: 'text', text: 'buenas' } as const];
      return { language: 'es', blocks: [{ kind: 'paragraph', content }], sources: [], suggestions: [] };
    },
    { server },
  );
  const questions = Array.from({ length: BURST }, (_, person) =>
    bot.deliver(callback(directMessage('hola', { channel: `D${person}`, user: `U${person}` }))),
  );
  await Promise.all(questions);
  await server.until(() => server.posted.length === BURST);
  await bot.stop();
  expect(handledBefore[0]).toBeLessThan(BURST);
});
