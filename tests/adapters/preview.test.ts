import { describe, expect, it } from 'vitest';
import { adapters } from '../../adapters/registry.ts';
import { preview as slackPreview } from '../../adapters/slack/preview.ts';
import { render as renderSlack } from '../../adapters/slack/render.ts';
import { createDelivery } from '../../adapters/telegram/deliver.ts';
import { preview as telegramPreview } from '../../adapters/telegram/preview.ts';
import { paragraph, say } from '../../src/messaging/index.ts';
import { adapterTexts } from '../../src/texts/index.ts';
import { recordingLogger } from '../support/recording-logger.ts';

const REPLY = say(
  'es',
  [paragraph({ kind: 'strong', text: 'A & <b>' }), 'palabra '.repeat(700)],
  [
    { id: 'ver:1', label: 'Uno' },
    { id: 'ver:2', label: 'Dos' },
  ],
);

describe('the preview of a reply', () => {
  it.each(adapters.map((adapter) => [adapter.name, adapter] as const))('is complete on %s', (_, adapter) => {
    const { shown = [], payloads = [] } = adapter.preview?.(REPLY, adapterTexts('es')) ?? {};
    expect(payloads.length).toBe(shown.length);
    expect(shown.join(' ')).toContain('A & <b>');
    expect(shown.join(' ').match(/palabra/g)).toHaveLength(700);
    for (const label of ['Uno', 'Dos']) expect(shown.at(-1)).toContain(label);
  });

  it('is what Telegram is sent', async () => {
    const sent: unknown[] = [];
    const sendMessage = async (_: string, text: string, extra: object) => {
      sent.push({ text, ...extra });
      return { message_id: sent.length };
    };
    const api = { sendMessage } as unknown as Parameters<typeof createDelivery>[0];
    const texts = adapterTexts('es');
    const delivery = createDelivery(api, recordingLogger(), () => ({
      texts: texts.telegram,
      username: 'su_bot',
    }));
    await delivery.send({ id: '1', kind: 'direct' }, REPLY);
    expect(sent.length).toBeGreaterThan(1);
    expect(telegramPreview(REPLY, texts).payloads).toEqual(sent);
  });

  it('is what Slack is sent', () => {
    const texts = adapterTexts('es');
    expect(slackPreview(REPLY, texts).payloads).toMatchObject(renderSlack(REPLY, texts).messages);
  });
});
