import { beforeAll, describe, expect, it } from 'vitest';
import { createAssistant } from '../../src/assistant.ts';
import { messageOf } from '../../src/commands/ask.ts';
import { commands, intents } from '../../src/intents/index.ts';
import type { KnowledgeFolder } from '../../src/knowledge/document.ts';
import { chatOver } from '../support/chat.ts';
import { NOW, shippedFolder } from '../support/knowledge-folder.ts';

let folder: KnowledgeFolder;
beforeAll(async () => {
  folder = await shippedFolder();
});

const examples = intents.flatMap(({ name, examples: { es, en } }) => [
  ...es.map((text) => ({ name, text, language: 'es' })),
  ...en.map((text) => ({ name, text, language: 'en' })),
]);

describe('the table of intents', () => {
  it('takes every example to its own intent', () => {
    const assistant = createAssistant({ folder, now: () => NOW });
    const answered = examples.map(({ name, text }, index) => {
      const { intent, status } = assistant.answer(messageOf('1', `conversation ${index}`, text));
      return { text, intent, isError: status === 'error', name };
    });
    expect(answered.filter(({ intent, name, isError }) => intent !== name || isError)).toEqual([]);
    expect(answered.length).toBeGreaterThan(50);
  });

  it('has examples in both languages for whatever can be written', () => {
    const unwritten = ['unsupported', 'show', 'vote', 'team-follow-up'];
    for (const { name, examples } of intents) {
      if (unwritten.includes(name)) continue;
      expect([name, examples.es.length > 0]).toEqual([name, true]);
      if (name !== 'fallback') expect([name, examples.en.length > 0]).toEqual([name, true]);
    }
  });

  it('has names of its own for every intent, and ends with the one that always answers', () => {
    const names = intents.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.slice(-2)).toEqual(['ask', 'fallback']);
    expect(names[0]).toBe('emergency');
  });
});

describe('the commands', () => {
  it('have no two with the same name', () => {
    const names = commands.flatMap(({ names }) => [...new Set([...names.es, ...names.en])]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('have names and descriptions that every platform takes', () => {
    for (const { names, description } of commands) {
      for (const language of ['es', 'en'] as const) {
        expect(names[language].length).toBeGreaterThan(0);
        for (const name of names[language]) expect(name).toMatch(/^[a-z0-9_]{1,32}$/);
        expect(description[language].length).toBeGreaterThan(0);
        expect(description[language].length).toBeLessThanOrEqual(256);
      }
    }
  });

  it('each answer without words after them, and again by their name in the other language', () => {
    const chat = chatOver(folder);
    for (const { names } of commands) {
      const intentsOf = [...names.es, ...names.en].map((name) => chat.command(name).intent);
      expect(new Set(intentsOf).size).toBe(1);
      expect(intentsOf[0]).not.toBe('fallback');
    }
  });
});

describe('the buttons', () => {
  it('fit every platform and lead somewhere', () => {
    const chat = chatOver(folder);
    const questions = folder.documents.flatMap(({ questions }) =>
      questions.slice(0, 3).map(({ text }) => text),
    );
    for (const question of [...questions, '/ayuda', 'desafíos', 'compromisos del III Plan', 'no existe xyzw'])
      for (const { id, label } of chat.say(question).reply.suggestions) {
        expect(Buffer.byteLength(id)).toBeLessThanOrEqual(64);
        expect(Array.from(label).length).toBeLessThanOrEqual(72);
        expect(chat.choose(id).intent).not.toBe('fallback');
      }
  });
});
