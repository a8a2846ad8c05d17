import { createServer } from 'node:http';
import { run } from '@grammyjs/runner';
import { Bot, webhookCallback } from 'grammy';

/**
 * The least that a bot on grammY does: it says back what it is told. Polls with the runner, or listens on
 * `PORT` when `TELEGRAM_WEBHOOK_URL` is set.
 */
const {
  TELEGRAM_BOT_TOKEN: token = '',
  TELEGRAM_API_ROOT: apiRoot = '',
  TELEGRAM_WEBHOOK_URL: url,
  TELEGRAM_WEBHOOK_SECRET: secret = '',
  PORT = '0',
} = process.env;

const bot = new Bot(token, { client: { apiRoot } });
bot.on('message:text', (context) => context.reply(context.message.text));
bot.catch(() => {});
await bot.init();
if (url === undefined) {
  await bot.api.deleteWebhook();
  run(bot);
} else {
  const handle = webhookCallback(bot, 'http', { secretToken: secret, onTimeout: 'return' });
  createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  }).listen(Number(PORT), '127.0.0.1', () => {
    void bot.api.setWebhook(url, { secret_token: secret, max_connections: 100 });
  });
}
