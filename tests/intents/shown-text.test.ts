import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { KnowledgeFolder } from '../../src/knowledge/document.ts';
import { hasPlaceholder, parseEvaluation } from '../../src/knowledge/index.ts';
import { paragraph, type Reply } from '../../src/messaging/index.ts';
import { shippedKnowledge } from '../../src/open-knowledge.ts';
import { type Chat, chatOver } from '../support/chat.ts';
import { folderOf, shippedFolder } from '../support/knowledge-folder.ts';
import { createTextCheck, leavesOf } from '../support/known-texts.ts';

let folder: KnowledgeFolder;
let chat: Chat;
let unknownIn: (reply: Reply) => string[];
beforeAll(async () => {
  folder = await shippedFolder();
  chat = chatOver(folder);
  unknownIn = createTextCheck(folder);
});

const golden = (): string[] => folder.documents.flatMap(({ questions }) => questions.map(({ text }) => text));

describe('every text shown stands in a cited file or in the catalogue', () => {
  it('for every golden question', () => {
    expect(golden().length).toBeGreaterThan(300);
    for (const question of golden())
      expect([question, unknownIn(chat.say(question).reply)]).toEqual([question, []]);
  });

  it('for questions without an answer and for dialogues', async () => {
    const yaml = await readFile(join(shippedKnowledge, 'evaluacion.yml'), 'utf8');
    const { evaluation } = parseEvaluation(yaml, 'evaluacion.yml');
    const questions = [
      ...evaluation.unanswerable.map(({ question }) => question),
      ...evaluation.dialogues.flatMap(({ turns }) => turns.map(({ question }) => question)),
    ];
    expect(questions.length).toBeGreaterThan(100);
    for (const question of questions)
      expect([question, unknownIn(chat.say(question).reply)]).toEqual([question, []]);
  });

  it('for every button that is offered, and every command', () => {
    const seen = new Set<string>();
    const follow = (reply: Reply): void => {
      expect(unknownIn(reply)).toEqual([]);
      for (const { id } of reply.suggestions) {
        if (seen.has(id)) continue;
        seen.add(id);
        follow(chat.choose(id).reply);
      }
    };
    for (const name of [
      'start',
      'ayuda',
      'help',
      'privacidad',
      'desafios',
      'planes',
      'publicaciones',
      'compromisos',
      'glosario',
      'nada',
    ])
      follow(chat.command(name).reply);
    for (const question of golden().slice(0, 60)) follow(chat.say(question).reply);
    expect(seen.size).toBeGreaterThan(100);
  });

  it('for questions made of anything', () => {
    const words = fc.constantFrom(
      ...new Set(golden().flatMap((question) => question.split(/\s+/))),
      '<b>',
      '*x*',
      '<!channel>',
      'zurubí',
      '\u202E',
      'más',
      'fuente',
      '2',
    );
    const sentence = fc.array(words, { minLength: 1, maxLength: 12 }).map((all) => all.join(' '));
    fc.assert(
      fc.property(fc.oneof(sentence, fc.string({ unit: 'binary', maxLength: 60 })), (text) => {
        const { status, reply } = chat.say(text);
        expect(status).not.toBe('error');
        expect(unknownIn(reply)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what was never filled in', () => {
  const holes = {
    'planes/iii.md':
      '---\ntitle: III Plan\ntipo: plan\nplan: 3\n---\n\nEl III Plan tuvo xx compromisos.\n\n## ¿Cuándo fue?\n\nEl III Plan se presentó el TODO. Lo presentó la mesa.\n\n## Cuántas mesas\n\n- Mesa de xx personas\n- Mesa de agua\n\n## Presupuesto\n\nLorem ipsum dolor sit amet.\n',
    'desafios/agua.md':
      '---\ntitle: Agua\ntipo: desafio\n---\n\nEl desafío de agua tiene [completar] metas. El agua es de todos.\n',
    'glosario/glosario.md': '---\ntitle: Glosario\ntipo: glosario\n---\n\n## JAP\n\nLa JAP es por definir.\n',
    'compromisos/iii.md':
      '---\ntitle: Compromisos del III Plan\ntipo: compromisos\nplan: 3\n---\n\n## Compromiso 1 del III Plan: agua\n\nEl responsable es xxx.\n',
    'publicaciones/feria.md':
      '---\ntitle: Feria\ndate: 2021-05-06\n---\n\n| Día | Personas |\n|---|---|\n| lunes | XX |\n| martes | 20 |\n',
  };

  it('never shows, whatever is asked, chosen or commanded', async () => {
    const chat = chatOver(await folderOf(holes));
    const seen = new Set<string>();
    const look = (reply: Reply): void => {
      for (const leaf of leavesOf(reply)) expect([leaf, hasPlaceholder(leaf)]).toEqual([leaf, false]);
      for (const { id } of reply.suggestions) {
        if (seen.has(id)) continue;
        seen.add(id);
        look(chat.choose(id).reply);
      }
    };
    for (const question of [
      '¿Cuántos compromisos tuvo el III Plan?',
      '¿Cuándo se presentó el III Plan?',
      '¿Cuántas personas tiene la mesa?',
      'presupuesto del III plan lorem ipsum',
      '¿Cuántas metas tiene el desafío de agua?',
      '¿Qué es la JAP?',
      'compromiso 1 del III plan, quién es el responsable',
      'lista de compromisos',
      'cuántas personas fueron el lunes a la feria',
      'más',
    ])
      look(chat.say(question).reply);
    for (const name of ['planes', 'desafios', 'glosario', 'compromisos', 'publicaciones'])
      look(chat.command(name).reply);
    expect(seen.size).toBeGreaterThan(5);
  });

  it('is told as a fact that is pending, not as something unheard of', async () => {
    const chat = chatOver(await folderOf({ 'planes/iii.md': holes['planes/iii.md'] }));
    expect(chat.say('¿Cuántos compromisos tuvo el III Plan?')).toMatchObject({
      status: 'no-answer',
      reason: 'pending',
    });
  });
});

describe('the check itself', () => {
  it('finds words that nobody wrote, and true words without their source', () => {
    const { reply } = chat.say('¿Cuántos compromisos tuvo el III Plan?');
    expect(unknownIn(reply)).toEqual([]);
    expect(unknownIn({ ...reply, sources: [] })).not.toEqual([]);
    expect(unknownIn({ ...reply, blocks: [paragraph('El III Plan tuvo 99 compromisos.')] })).toEqual([
      'El III Plan tuvo 99 compromisos.',
    ]);
    const label = { id: 'x', label: 'Leer más: algo inventado' };
    expect(unknownIn({ ...reply, suggestions: [label] })).toEqual([label.label]);
  });
});
