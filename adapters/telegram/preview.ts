import type { Preview, Reply } from '../../src/messaging/index.ts';
import { messageFields } from './deliver.ts';
import { render } from './render.ts';

/** What Telegram would show of a reply, and the `sendMessage` calls without their `chat_id`. */
export function preview(reply: Reply): Preview {
  const { payloads, keyboard } = render(reply);
  const buttons = keyboard.map((row) => row.map(({ text }) => `[${text}]`).join(' '));
  const isLast = (index: number): boolean => index === payloads.length - 1;
  return {
    shown: payloads.map(({ plain }, index) =>
      isLast(index) && buttons.length > 0 ? `${plain}\n\n${buttons.join('\n')}` : plain,
    ),
    payloads: payloads.map(({ html }, index) => ({
      text: html,
      ...messageFields(isLast(index) ? keyboard : []),
      parse_mode: 'HTML',
    })),
  };
}
