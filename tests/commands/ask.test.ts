import { Readable, Writable } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Assistant, createAssistant } from '../../src/assistant.ts';
import { askLines, askOnce, messageOf } from '../../src/commands/ask.ts';
import { folderOf, NOW } from '../support/knowledge-folder.ts';
import { VILLAGE } from '../support/village.ts';

let assistant: Assistant;
beforeAll(async () => {
  assistant = createAssistant({ folder: await folderOf(VILLAGE), now: () => NOW });
});

/** What one line of the output holds. */
const LINE = z.strictObject({
  id: z.union([z.string(), z.number(), z.null()]),
  intent: z.string(),
  status: z.enum(['answered', 'clarify', 'no-answer', 'out-of-scope', 'small-talk', 'error']),
  reason: z.string().nullable(),
  confidence: z.number().min(0).max(1),
  text: z.string(),
  sources: z.array(
    z.strictObject({
      path: z.string(),
      title: z.string(),
      anchor: z.string(),
      date: z.string().nullable(),
      url: z.string().nullable(),
    }),
  ),
  candidates: z.array(z.strictObject({ path: z.string(), anchor: z.string(), score: z.number() })).max(10),
});

function collect(): { readonly output: Writable; text(): string } {
  let text = '';
  const output = new Writable({
    highWaterMark: 1,
    write(chunk, _, done) {
      text += String(chunk);
      setImmediate(done);
    },
  });
  return { output, text: () => text };
}

async function linesOf(input: string): Promise<z.output<typeof LINE>[]> {
  const { output, text } = collect();
  await askLines(assistant, Readable.from([input]), output);
  await new Promise<void>((resolve) => output.end(resolve));
  return text()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => LINE.parse(JSON.parse(line)));
}

const json = (id: unknown, text: unknown, more = {}): string => JSON.stringify({ id, text, ...more });

describe('askLines', () => {
  it('answers each line in order, whatever the line ends with', async () => {
    const lines = await linesOf(
      `${json('a', '¿Quién coordinó el III Plan?')}\r\n\r\n${json(2, 'hola')}\n${json('c', 'zurubí')}`,
    );
    expect(lines.map(({ id, intent, status }) => [id, intent, status])).toEqual([
      ['a', 'ask', 'answered'],
      [2, 'start', 'small-talk'],
      ['c', 'ask', 'no-answer'],
    ]);
    expect(lines[0]?.text).toContain('Secretaría del Río');
    expect(lines[0]?.sources).toEqual([
      {
        path: 'planes/iii.md',
        title: 'III Plan del pueblo',
        anchor: 'quién-coordinó-el-iii-plan',
        date: '2017-03-04',
        url: null,
      },
    ]);
    expect(lines[0]?.candidates[0]?.path).toBe('planes/iii.md');
  });

  it.each([
    ['{"id":1,', null, 'invalid-json'],
    ['[1]', null, 'not-an-object'],
    ['"text"', null, 'not-an-object'],
    ['null', null, 'not-an-object'],
    ['{"text":"hola"}', null, 'id-missing'],
    ['{"id":{},"text":"hola"}', null, 'id-missing'],
    ['{"id":7}', 7, 'text-missing'],
    ['{"id":"x","text":5}', 'x', 'text-missing'],
  ])('tells what is wrong with %s and goes on', async (wrong, id, reason) => {
    const lines = await linesOf(`${wrong}\n${json('next', 'hola')}\n`);
    expect(lines[0]).toMatchObject({ id, status: 'error', reason, text: '', sources: [], candidates: [] });
    expect(lines[1]).toMatchObject({ id: 'next', status: 'small-talk' });
  });

  it('takes lines of one conversation together, and others apart', async () => {
    const lines = await linesOf(
      [
        json(1, '¿Cuántos compromisos tuvo el III plan?', { conversation: 'k' }),
        json(2, 'fuente', { conversation: 'k' }),
        json(3, 'fuente'),
        json(4, '/planes', { conversation: 'k' }),
      ].join('\n'),
    );
    expect(lines.map(({ sources }) => sources.length)).toEqual([1, 1, 0, 3]);
    expect(lines[3]?.intent).toBe('plans');
  });

  it('reads an empty input', async () => {
    expect(await linesOf('')).toEqual([]);
  });
});

describe('askOnce', () => {
  it('shows the reply and what it offers', async () => {
    const { output, text } = collect();
    askOnce(assistant, '¿Quién coordinó el III Plan?', output);
    await new Promise<void>((resolve) => output.end(resolve));
    expect(text()).toContain('Secretaría del Río');
    expect(text()).toContain('Fuente: III Plan del pueblo');
    expect(text()).toMatch(/^1\) ¿Cuándo se presentó el III Plan\?$/m);
    expect(text().endsWith('\n')).toBe(true);
  });
});

describe('messageOf', () => {
  it.each([
    ['/Planes', { kind: 'command', name: 'planes', args: '' }],
    [' /glosario  MRI y\nmás ', { kind: 'command', name: 'glosario', args: 'MRI y\nmás' }],
    ['/', { kind: 'text', text: '/' }],
    ['/no-es', { kind: 'text', text: '/no-es' }],
    ['2/3', { kind: 'text', text: '2/3' }],
  ])('reads %j', (text, input) => {
    expect(messageOf('1', 'c', text).input).toEqual(input);
  });
});
