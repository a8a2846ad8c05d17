/** Answers a second in Telegram, polling and by webhook, beside a bot in grammY that says back what it is told. */
import { startTelegramServer } from '../../tests/support/telegram-server.ts';
import { text } from '../../tests/support/telegram-updates.ts';
import { compare, DELAY, type OpenPlatform } from './compare.ts';

const SECRET = 'secreto-de-la-medicion';

await compare({
  script: 'throughput:telegram',
  place: 'rendimiento-telegram',
  echo: { name: 'grammY, eco', file: 'telegram-echo.ts' },
  modes: [
    { name: 'polling', open: openTelegram(false) },
    { name: 'webhook', open: openTelegram(true) },
  ],
});

/** Each person writes in a private chat of their own, whose number is theirs and one more. */
function openTelegram(isWebhook: boolean): OpenPlatform {
  return async (answered, port) => {
    const server = await startTelegramServer({
      delay: DELAY,
      onSent: ({ chat }) => answered(Number(chat) - 1),
    });
    const failed: unknown[] = [];
    const deliver = (update: Parameters<typeof server.deliver>[0]) =>
      server.deliver(update).then(
        (status) => status === 200 || failed.push(`webhook: ${status}`),
        (error: unknown) => failed.push(String(error)),
      );
    const token = { TELEGRAM_BOT_TOKEN: server.token, TELEGRAM_API_ROOT: server.root };
    const webhook = {
      TELEGRAM_WEBHOOK_URL: `http://127.0.0.1:${port}/telegram`,
      TELEGRAM_WEBHOOK_SECRET: SECRET,
    };
    return {
      variables: isWebhook ? { ...token, ...webhook } : token,
      isReady: () => server.callsOf(isWebhook ? 'setWebhook' : 'deleteWebhook').length > 0,
      ask: (person, question) => {
        const id = person + 1;
        const update = text(question, {
          from: { id, is_bot: false, first_name: 'A', language_code: 'es' },
          chat: { id, type: 'private', first_name: 'A' },
        });
        if (isWebhook) void deliver(update);
        else server.push(update);
      },
      refused: () => [...failed, ...server.calls.filter(({ code }) => code !== 200)],
      close: () => server.close(),
    };
  };
}
