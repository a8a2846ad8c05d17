import { describe, expect, it } from 'vitest';
import { createAssistant } from '../../src/assistant.ts';
import { chatOver, chatWith } from '../support/chat.ts';
import { folderOf, NOW } from '../support/knowledge-folder.ts';
import { VILLAGE } from '../support/village.ts';

describe('silence', () => {
  it('is asked for and ended in a group', async () => {
    const assistant = createAssistant({ folder: await folderOf(VILLAGE), now: () => NOW });
    const group = chatWith(assistant, { id: 'plaza', kind: 'group' });
    expect(group.say('Silencio aquí').effect).toEqual({ kind: 'mute' });
    expect(group.say('puede hablar aquí').effect).toEqual({ kind: 'unmute' });
    expect(group.say('be quiet in this channel').effect).toEqual({ kind: 'mute' });
  });

  it('is not for a private talk', async () => {
    const { intent, effect } = chatOver(await folderOf(VILLAGE)).say('silencio aquí');
    expect([intent, effect]).toEqual(['silence', undefined]);
  });
});
