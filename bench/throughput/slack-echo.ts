/** A bare Bolt app that says each message back: what `slack.ts` compares the whole bot with. */
import { App } from '@slack/bolt';

const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, SLACK_API_URL, PORT } = process.env;

const app = new App({
  ...(SLACK_BOT_TOKEN === undefined ? {} : { token: SLACK_BOT_TOKEN }),
  ...(SLACK_APP_TOKEN === undefined
    ? { signingSecret: SLACK_SIGNING_SECRET ?? '' }
    : { appToken: SLACK_APP_TOKEN, socketMode: true }),
  clientOptions: { ...(SLACK_API_URL === undefined ? {} : { slackApiUrl: SLACK_API_URL }) },
});
app.message(async ({ message, say }) => {
  await say('text' in message ? (message.text ?? '') : '');
});
await app.start(Number(PORT));
