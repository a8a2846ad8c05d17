/** Answers a second in Slack, by Socket Mode and by HTTP, beside a Bolt app that says back what it is told. */
import { signed } from '../../tests/support/slack-bot.ts';
import { callback, directMessage } from '../../tests/support/slack-events.ts';
import { slackManifest } from '../../tests/support/slack-manifest.ts';
import { IDENTITY } from '../../tests/support/slack-methods.ts';
import { startSlackServer } from '../../tests/support/slack-server.ts';
import { compare, DELAY, type OpenPlatform } from './compare.ts';

await compare({
  script: 'throughput:slack',
  place: 'rendimiento-slack',
  echo: { name: 'Bolt, eco', file: 'slack-echo.ts' },
  modes: [
    { name: 'Socket Mode', open: openSlack(true) },
    { name: 'HTTP', open: openSlack(false) },
  ],
});

/** Each person writes in a direct conversation of their own, whose number is theirs. */
function openSlack(isSocket: boolean): OpenPlatform {
  return async (answered, port) => {
    const server = await startSlackServer(slackManifest, {
      delay: DELAY,
      onPosted: ({ channel = '' }) => answered(Number(channel.slice(1))),
    });
    const failed: unknown[] = [];
    const post = async (body: Parameters<typeof server.push>[0]) => {
      const { status } = await fetch(`http://127.0.0.1:${port}/slack/events`, signed(body));
      if (status !== 200) throw new Error(`events: ${status}`);
    };
    const deliver = (body: Parameters<typeof server.push>[0]) =>
      (isSocket ? server.push(body) : post(body)).catch((error: unknown) => failed.push(String(error)));
    return {
      variables: {
        SLACK_BOT_TOKEN: IDENTITY.botToken,
        SLACK_API_URL: server.apiUrl,
        ...(isSocket
          ? { SLACK_APP_TOKEN: IDENTITY.appToken }
          : { SLACK_SIGNING_SECRET: IDENTITY.signingSecret }),
      },
      isReady: () => (isSocket ? server.sockets().greeted > 0 : server.calls.includes('auth.test')),
      ask: (person, question) => {
        const message = directMessage(question, { channel: `D${person}`, user: `U${person}` });
        setTimeout(() => void deliver(callback(message)), DELAY / 2);
      },
      refused: () => [...failed, ...server.refused],
      close: () => server.close(),
    };
  };
}
