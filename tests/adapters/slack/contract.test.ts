import type { Handle } from '../../../src/messaging/index.ts';
import { type AdapterHarness, describeAdapterContract } from '../../support/adapter-contract.ts';
import { buttonsOf } from '../../support/slack-blocks.ts';
import { type SlackBotOptions, startSlackBot } from '../../support/slack-bot.ts';
import { callback, directMessage, press } from '../../support/slack-events.ts';

function harness(mode: NonNullable<SlackBotOptions['mode']>): AdapterHarness {
  return {
    start: async (handle: Handle, signal: AbortSignal) => {
      const bot = await startSlackBot(handle, { mode, signal });
      const { server } = bot;
      return {
        finished: bot.finished,
        sendText: (text) => bot.deliver(callback(directMessage(escaped(text)))),
        choose: async (label) => {
          const buttons = server.posted.flatMap(({ blocks }) => buttonsOf(blocks));
          const button = buttons.find((candidate) => candidate.label === label);
          if (button === undefined) throw new Error(`no button says ${label}`);
          await bot.deliver(press(button.value, server.responseUrl()));
        },
        sendUnsupported: () =>
          bot.deliver(
            callback(
              directMessage('', { subtype: 'file_share', files: [{ id: 'F1', mimetype: 'image/png' }] }),
            ),
          ),
        receivedText: () => server.posted.map(({ shown }) => shown).join('\n'),
        close: bot.stop,
      };
    },
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

describeAdapterContract('slack, socket', harness('socket'));
describeAdapterContract('slack, http', harness('http'));
