import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Assistant, createAssistant } from '../src/assistant.ts';
import type { KnowledgeFolder } from '../src/knowledge/document.ts';
import { type Input, plainText } from '../src/messaging/index.ts';
import { textsFor } from '../src/texts/index.ts';
import { chatWith } from './support/chat.ts';
import { folderOf, NOW } from './support/knowledge-folder.ts';
import { leavesOf } from './support/known-texts.ts';
import { VILLAGE } from './support/village.ts';

const MINUTE = 60_000;
const THIRD = '¿Cuántos compromisos tuvo el III plan?';
const FOURTH = '¿y el cuarto?';
const NO_SOURCE = textsFor('es').source.none;

let village: KnowledgeFolder;
beforeAll(async () => {
  village = await folderOf(VILLAGE);
});
const assistantOver = (folder = village): Assistant => createAssistant({ folder, now: () => NOW });

describe('the memory of a conversation', () => {
  it('is of that conversation, and of that thread, alone', () => {
    const assistant = assistantOver();
    const group = { id: 'group', kind: 'group' } as const;
    const thread = chatWith(assistant, { ...group, threadId: 'a' });
    thread.say(THIRD);
    for (const other of [group, { ...group, threadId: 'b' }, { ...group, id: 'other', threadId: 'a' }])
      expect(plainText(chatWith(assistant, other).say('fuente').reply)).toBe(NO_SOURCE);
    expect(plainText(thread.say('fuente').reply)).toContain('III Plan del pueblo');
  });

  it('is of that platform alone', () => {
    const assistant = assistantOver();
    chatWith(assistant).say(THIRD);
    const elsewhere = assistant.answer({
      id: 'message',
      platform: 'another',
      conversation: { id: 'conversation', kind: 'direct' },
      author: { id: 'author' },
      input: { kind: 'text', text: 'fuente' },
    });
    expect(plainText(elsewhere.reply)).toBe(NO_SOURCE);
  });

  it('lasts thirty minutes from the last message', () => {
    let now = NOW.getTime();
    const chat = chatWith(createAssistant({ folder: village, now: () => new Date(now) }));
    chat.say(THIRD);
    now += 30 * MINUTE;
    expect(plainText(chat.say(FOURTH).reply)).toContain('15 compromisos');
    now += 30 * MINUTE + 1;
    expect(plainText(chat.say('fuente').reply)).toBe(NO_SOURCE);
  });

  it('outlives small talk, photos and a question without an answer', () => {
    const chat = chatWith(assistantOver());
    chat.say(THIRD);
    chat.say('gracias');
    chat.send({ kind: 'unsupported', what: 'photo' });
    chat.say('🙂');
    expect(plainText(chat.say(FOURTH).reply)).toContain('15 compromisos');
  });
});

describe('serve', () => {
  it('answers from another folder from then on, and the conversation goes on', async () => {
    const assistant = assistantOver();
    const chat = chatWith(assistant);
    chat.say(THIRD);
    assistant.serve(
      await folderOf({ ...VILLAGE, 'planes/iv.md': (VILLAGE['planes/iv.md'] ?? '').replace('15', '51') }),
    );
    expect(plainText(chat.say(FOURTH).reply)).toContain('51 compromisos');
  });

  it('takes a folder without documents', async () => {
    const chat = chatWith(assistantOver(await folderOf({})));
    expect(chat.say(THIRD)).toMatchObject({ status: 'no-answer' });
    for (const { names } of assistantOver().commands)
      expect(chat.command(names.es[0] ?? '').status).not.toBe('error');
  });
});

describe('an intent that throws', () => {
  it('becomes an error that is told, and the next message is answered', () => {
    let isBroken = false;
    const [first, ...others] = village.documents;
    const broken = {
      ...first,
      get sections() {
        if (isBroken) throw new Error('broken section');
        return first?.sections ?? [];
      },
    };
    const folder = {
      ...village,
      documents: [Object.assign(Object.create(broken), { kind: 'plan' }), ...others],
    };
    const chat = chatWith(assistantOver(folder));
    chat.say(THIRD);
    isBroken = true;
    const failed = chat.command('planes');
    expect(failed).toMatchObject({ intent: 'plans', status: 'error', reason: 'bug', confidence: 0 });
    expect(failed.error).toEqual(new Error('broken section'));
    expect(plainText(failed.reply)).toBe(textsFor('es').failure);
    isBroken = false;
    expect(plainText(chat.say(FOURTH).reply)).toContain('15 compromisos');
  });
});

describe('what nobody expects', () => {
  it.each([
    ['nothing', ''],
    ['white space', ' \n\t '],
    ['emoji', '🙂🎉'],
    ['punctuation', '???!'],
    ['only characters that nobody sees', '\u200B\u202E\uFEFF'],
  ])('%s is answered with a request for words', (_, text) => {
    const { intent, reply } = chatWith(assistantOver()).say(text);
    expect(intent).toBe('fallback');
    expect(plainText(reply)).toBe(textsFor('es').empty);
  });

  it('10,000 characters are answered by what stands at the start', () => {
    const chat = chatWith(assistantOver());
    for (const filler of ['palabra ', 'a', '((((', '\u0301', '🙂', '¿y ', 'plan III y ', '1.000']) {
      const { status, milliseconds } = chat.say(filler.repeat(10_000 / filler.length));
      expect(status).not.toBe('error');
      expect(milliseconds).toBeGreaterThan(0);
    }
    const { reply } = chat.say(`${THIRD} ${' '.repeat(10_000)}zurubí`);
    expect(plainText(reply)).toContain('26 compromisos');
  });

  it('reads through characters that nobody sees', () => {
    const { reply } = chatWith(assistantOver()).say(
      '¿Cu\u200Ba\u0301ntos \u202Ecompromisos\u202C tuvo\u0000 el III\uFEFF plan?',
    );
    expect(plainText(reply)).toContain('26 compromisos');
  });

  it.each([
    '<b>hola</b> <script>alert(1)</script>',
    '<!channel> <@U1> *x* _y_ `z`',
    '[x](javascript:alert(1)) &amp;',
  ])('says nothing back of %s', (text) => {
    const { reply, status } = chatWith(assistantOver()).say(text);
    expect(status).not.toBe('error');
    expect(leavesOf(reply).join(' ')).not.toMatch(/[<>]|alert|channel|javascript/);
  });

  it('answers an unknown command with those that there are', () => {
    const assistant = assistantOver();
    const { intent, reason, reply } = chatWith(assistant).command('inventado');
    expect([intent, reason]).toEqual(['fallback', 'unknown-command']);
    for (const { names } of assistant.commands) expect(plainText(reply)).toContain(`/${names.es[0]}`);
  });

  it('reads what follows an unknown command as a question', () => {
    const { reply } = chatWith(assistantOver()).command('pregunta', THIRD);
    expect(plainText(reply)).toContain('26 compromisos');
  });

  it.each(['photo', 'voice', 'video', 'sticker', 'file', 'location', 'other'] as const)(
    'says that it cannot read a %s',
    (what) => {
      const { intent, reply } = chatWith(assistantOver()).send({ kind: 'unsupported', what });
      expect(intent).toBe('unsupported');
      expect(plainText(reply)).toContain(textsFor('es').unsupported[what]);
    },
  );

  it('whatever comes, there is a reply with words and no error', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 });
    const input: fc.Arbitrary<Input> = fc.oneof(
      text.map((text): Input => ({ kind: 'text', text })),
      fc
        .tuple(fc.oneof(text, fc.constantFrom('start', 'compromisos', 'glosario')), text)
        .map(([name, args]): Input => ({ kind: 'command', name, args })),
      fc
        .oneof(text, fc.constantFrom('ver:', 'desafios:1e9', 'publicaciones:2019:-3', 'compromisos:::'))
        .map((id): Input => ({ kind: 'choice', id })),
    );
    const chat = chatWith(assistantOver());
    fc.assert(
      fc.property(input, (sent) => {
        const { status, reply } = chat.send(sent);
        expect(status).not.toBe('error');
        expect(plainText(reply).trim()).not.toBe('');
        for (const { id } of reply.suggestions) expect(Buffer.byteLength(id)).toBeLessThanOrEqual(64);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the language of the reply', () => {
  const english = { id: 'author', language: 'en-GB' };
  const direct = { id: 'conversation', kind: 'direct' } as const;

  it('is that of the question, whatever the platform says', () => {
    const assistant = assistantOver();
    expect(chatWith(assistant, direct, english).say('¿Quién coordinó el III Plan?').reply.language).toBe(
      'es',
    );
    expect(chatWith(assistant).say('who keeps the library?').reply.language).toBe('en');
  });

  it('is that of the conversation where the words tell nothing, and changes with the words', () => {
    const chat = chatWith(assistantOver());
    expect(chat.say('hello').reply.language).toBe('en');
    expect(chat.say('🙂').reply.language).toBe('en');
    expect(chat.say('gracias').reply.language).toBe('es');
    expect(chat.say('🙂').reply.language).toBe('es');
  });

  it('is that of the command, then that of the platform, then Spanish', () => {
    const fresh = (author = { id: 'author' }) => chatWith(assistantOver(), direct, author);
    expect(fresh().command('help').reply.language).toBe('en');
    expect(fresh(english).command('ayuda').reply.language).toBe('es');
    expect(fresh(english).command('start').reply.language).toBe('en');
    expect(fresh().command('start').reply.language).toBe('es');
    expect(fresh(english).send({ kind: 'unsupported', what: 'photo' }).reply.language).toBe('en');
  });
});
