import {
  type AdapterTexts,
  offered,
  type Preview,
  plainText,
  type Reply,
} from '../../src/messaging/index.ts';
import { render } from './render.ts';

/** What the page would show of a reply, and the JSON that it gets. */
export function preview(reply: Reply, texts: AdapterTexts): Preview {
  const buttons = [...offered(reply), ...(reply.actions ?? [])].map(({ label }) => `[${label}]`);
  const shown = [plainText(reply), ...(buttons.length === 0 ? [] : [buttons.join('\n')])].join('\n\n');
  return { shown: [shown], payloads: [render(reply, texts)] };
}
