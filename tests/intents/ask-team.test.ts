import { describe, expect, it } from 'vitest';
import { createAssistant } from '../../src/assistant.ts';
import { plainText } from '../../src/messaging/index.ts';
import { type Chat, chatWith } from '../support/chat.ts';
import { folderOf, NOW } from '../support/knowledge-folder.ts';
import { VILLAGE } from '../support/village.ts';

const UNKNOWN = '¿cuántas gallinas verdes tiene el zurubí?';
async function village(hasTeam = true): Promise<Chat> {
  const folder = await folderOf(VILLAGE);
  return chatWith(createAssistant({ folder, now: () => NOW, hasTeam: () => hasTeam }));
}

describe('asking the team', () => {
  it('is offered when the folder does not know, where there is a team', async () => {
    const offered = (await village()).say(UNKNOWN).reply.suggestions.map(({ id }) => id);
    expect(offered).toContain('equipo');
    const alone = (await village(false)).say(UNKNOWN).reply.suggestions.map(({ id }) => id);
    expect(alone).not.toContain('equipo');
  });

  it('tells what is sent before anything is, and sends on a yes alone', async () => {
    const chat = await village();
    chat.say(UNKNOWN);
    const consent = chat.choose('equipo');
    expect(consent.effect).toBeUndefined();
    expect(plainText(consent.reply)).toContain(UNKNOWN);
    expect(plainText(consent.reply)).toMatch(/un año/);
    const [yes, no] = consent.reply.suggestions;
    expect(chat.choose(no?.id ?? '').effect).toBeUndefined();
    chat.choose('equipo');
    expect(chat.choose(yes?.id ?? '').effect).toEqual({ kind: 'ask-team', question: UNKNOWN });
  });

  it('sends a question once', async () => {
    const chat = await village();
    chat.say(UNKNOWN);
    chat.choose('equipo');
    expect(chat.choose('equipo-si').effect).toBeDefined();
    expect(chat.choose('equipo-si')).toMatchObject({ intent: 'ask-team', reason: 'no-question' });
  });

  it('keeps the message that asked, to quote it later', async () => {
    const assistant = createAssistant({
      folder: await folderOf(VILLAGE),
      now: () => NOW,
      hasTeam: () => true,
    });
    const send = (id: string, input: Parameters<Chat['send']>[0]) =>
      assistant.answer({
        id,
        platform: 'test',
        conversation: { id: 'c', kind: 'direct' },
        author: { id: 'a' },
        input,
        quote: `m${id}`,
      });
    send('1', { kind: 'text', text: UNKNOWN });
    send('2', { kind: 'choice', id: 'equipo' });
    expect(send('3', { kind: 'choice', id: 'equipo-si' }).effect).toMatchObject({ quote: 'm1' });
  });

  it('never sends personal data', async () => {
    const chat = await village();
    chat.say('¿cuántas gallinas verdes tiene el zurubí? mi celular es 300 123 4567');
    const { reason, effect } = chat.choose('equipo');
    expect([reason, effect]).toEqual(['personal-data', undefined]);
  });

  it.each(['equipo', 'equipo-si', 'equipo-no'])('has nothing to send without a question: %s', async (id) => {
    const { reason, effect } = (await village()).choose(id);
    expect([reason, effect]).toEqual(['no-question', undefined]);
  });

  it('is not done in a group', async () => {
    const assistant = createAssistant({
      folder: await folderOf(VILLAGE),
      now: () => NOW,
      hasTeam: () => true,
    });
    const group = chatWith(assistant, { id: 'plaza', kind: 'group' });
    expect(group.say(UNKNOWN).reply.suggestions.map(({ id }) => id)).not.toContain('equipo');
    expect(group.choose('equipo').reason).toBe('not-private');
  });
});

describe('after a question was sent', () => {
  it('a notice can be asked for, of the latest or of one ticket', async () => {
    const chat = await village();
    expect(chat.choose('avisame').effect).toEqual({ kind: 'notify' });
    expect(chat.choose('avisame:t1').effect).toEqual({ kind: 'notify', ticket: 't1' });
    expect(chat.choose('terminar').effect).toEqual({ kind: 'end-attention' });
  });

  it('old buttons do nothing where there is no team', async () => {
    expect((await village(false)).choose('avisame').intent).toBe('fallback');
  });
});
