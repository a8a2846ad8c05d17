import type { Handle } from '../../../src/messaging/index.ts';
import { type AdapterHarness, describeAdapterContract } from '../../support/adapter-contract.ts';
import { type BotOptions, startTelegramBot } from '../../support/telegram-bot.ts';
import { buttonsOf } from '../../support/telegram-rules.ts';
import type { NewUpdate } from '../../support/telegram-server.ts';
import { message, press, text } from '../../support/telegram-updates.ts';

function harness(mode: NonNullable<BotOptions['mode']>): AdapterHarness {
  return {
    start: async (handle: Handle, signal: AbortSignal) => {
      const bot = await startTelegramBot(handle, { mode, signal });
      const { server } = bot;
      const buttons = () => server.sent.flatMap(({ payload }) => buttonsOf(payload));
      let presses = 0;
      const arrive = async (update: NewUpdate) => {
        if (mode === 'polling') server.push(update);
        else await server.deliver(update);
      };
      return {
        finished: bot.finished,
        sendText: (words) => arrive(text(words)),
        choose: async (label) => {
          const button = buttons().find((candidate) => candidate.text === label);
          if (button === undefined) throw new Error(`no button says ${label}`);
          presses += 1;
          await arrive(press(`press-${presses}`, button.callback_data));
        },
        sendUnsupported: () => arrive(message({ sticker: STICKER })),
        receivedText: () =>
          server.sent
            .flatMap(({ text: shown, payload }) => [
              shown,
              ...buttonsOf(payload).map((button) => button.text),
            ])
            .join('\n'),
        close: bot.stop,
      };
    },
  };
}

const STICKER = {
  file_id: 's',
  file_unique_id: 's',
  type: 'regular',
  width: 512,
  height: 512,
  is_animated: false,
  is_video: false,
} as const;

describeAdapterContract('telegram, polling', harness('polling'));
describeAdapterContract('telegram, webhook', harness('webhook'));
