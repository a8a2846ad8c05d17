import type { AdapterTexts, Preview, Reply } from '../../src/messaging/index.ts';
import { messageFields } from './deliver.ts';
import { render } from './render.ts';

/** Stands for the name of the bot, which only a connected one knows. */
const USERNAME = 'su_bot';

/** What Telegram would show of a reply, and the `sendMessage` calls without their `chat_id`. */
export function preview(reply: Reply, { telegram: texts }: AdapterTexts): Preview {
  const { payloads, keyboard } = render(reply, { texts, username: USERNAME });
  const buttons = keyboard.rows.map((row) => row.map(({ text }) => `[${text}]`).join(' '));
  const isLast = (index: number): boolean => index === payloads.length - 1;
  return {
    shown: payloads.map(({ plain }, index) =>
      isLast(index) && buttons.length > 0 ? `${plain}\n\n${buttons.join('\n')}` : plain,
    ),
    payloads: payloads.map(({ html }, index) => ({
      text: html,
      ...messageFields(isLast(index) ? keyboard.rows : []),
      parse_mode: 'HTML',
    })),
  };
}
