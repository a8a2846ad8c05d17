import { describe, expect, it } from 'vitest';
import { type Chat, chatOver } from '../support/chat.ts';
import { folderOf } from '../support/knowledge-folder.ts';
import { VILLAGE } from '../support/village.ts';

const village = async (): Promise<Chat> => chatOver(await folderOf(VILLAGE));
const QUESTION = '¿quién coordinó el III Plan?';
const idOf = (result: ReturnType<Chat['say']>, kind: string): string =>
  result.reply.actions?.find((action) => action.kind === kind)?.id ?? '';

describe('votes', () => {
  it('name the place and whether it helped, and change nothing of the talk', async () => {
    const chat = await village();
    const answer = chat.say(QUESTION);
    const place = idOf(answer, 'share');
    expect(chat.choose(idOf(answer, 'useful'))).toMatchObject({
      intent: 'vote',
      effect: { kind: 'vote', place, path: 'planes/iii.md', isUseful: true },
    });
    expect(chat.choose(idOf(answer, 'useless')).effect).toMatchObject({
      kind: 'vote',
      place,
      isUseful: false,
    });
    expect(chat.say('fuente').reply.sources).toEqual(answer.reply.sources);
  });

  it.each(['sirvio:0000000aaaaaaa', 'sirvio', 'nosirvio:', 'sirvio:__proto__'])(
    'of nothing that exists are not counted: %s',
    async (id) => {
      expect((await village()).choose(id)).toMatchObject({ intent: 'fallback' });
    },
  );
});

describe('a report', () => {
  it('carries the place and the question, by its button and in words', async () => {
    const chat = await village();
    const answer = chat.say(QUESTION);
    const [source] = answer.reply.sources;
    const effect = { kind: 'report', place: idOf(answer, 'share'), path: source?.path, question: QUESTION };
    expect(chat.choose(idOf(answer, 'report')).effect).toMatchObject(effect);
    for (const words of ['esa respuesta está mal', 'eso ta mal', 'that answer is wrong'])
      expect(chat.say(words).effect).toMatchObject(effect);
  });

  it('needs an answer', async () => {
    const { intent, effect } = (await village()).say('reportar');
    expect(intent).toBe('report');
    expect(effect).toBeUndefined();
  });
});
