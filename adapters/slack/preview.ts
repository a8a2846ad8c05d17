import type { AdapterTexts, Preview, Reply } from '../../src/messaging/index.ts';
import { PLAIN, render } from './render.ts';
import { readEntities } from './slack-text.ts';

/** What Slack would show of a reply, and the `chat.postMessage` calls without their channel. */
export function preview(reply: Reply, texts: AdapterTexts): Preview {
  const { messages } = render(reply, texts);
  return {
    shown: messages.map(({ text }) => readEntities(text)),
    payloads: messages.map((message) => ({ ...PLAIN, ...message })),
  };
}
