import { describe, expect, it } from 'vitest';
import { createAssistant } from '../../src/assistant.ts';
import { type Chat, chatWith } from '../support/chat.ts';
import { folderOf, NOW } from '../support/knowledge-folder.ts';
import { VILLAGE } from '../support/village.ts';

async function village(keepsRecords = true): Promise<Chat> {
  const folder = await folderOf(VILLAGE);
  return chatWith(createAssistant({ folder, now: () => NOW, keepsRecords }));
}

describe('subscriptions', () => {
  it('are to everything or to a theme, and end', async () => {
    const chat = await village();
    expect(chat.command('suscribirme').effect).toEqual({ kind: 'subscribe', theme: '' });
    expect(chat.command('suscribirme', 'justicia abierta').effect).toEqual({
      kind: 'subscribe',
      theme: 'justicia abierta',
    });
    expect(chat.say('quiero suscribirme').effect).toEqual({ kind: 'subscribe', theme: '' });
    expect(chat.command('cancelar').effect).toEqual({ kind: 'unsubscribe' });
  });

  it('take no personal data for a theme, and not more of it than a theme has', async () => {
    const chat = await village();
    expect(chat.command('suscribirme', 'mi celular es 300 123 4567').effect).toBeUndefined();
    expect(chat.command('suscribirme', 'agua '.repeat(100)).effect).toEqual({
      kind: 'subscribe',
      theme: expect.stringMatching(/^.{1,60}$/),
    });
  });

  it('are not promised where nothing is kept', async () => {
    const chat = await village(false);
    expect(chat.command('suscribirme')).toMatchObject({ intent: 'subscribe', reason: 'no-records' });
    expect(chat.command('cancelar').effect).toBeUndefined();
  });
});

describe("a person's own data", () => {
  it('is shown and erased on request', async () => {
    const chat = await village();
    expect(chat.command('misdatos').effect).toEqual({ kind: 'my-data' });
    expect(chat.say('¿qué guardan de mí?').effect).toEqual({ kind: 'my-data' });
    expect(chat.command('borrar').effect).toEqual({ kind: 'erase' });
  });

  it('is none where nothing is kept', async () => {
    expect((await village(false)).command('misdatos').effect).toBeUndefined();
  });
});
