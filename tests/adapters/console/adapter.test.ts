import { describe, expect, it, vi } from 'vitest';
import { type Handle, type Input, paragraph, type Reply, say } from '../../../src/messaging/index.ts';
import { adapterTexts } from '../../../src/texts/index.ts';
import { textReply } from '../../support/adapter-contract.ts';
import { type ConsoleSession, startConsole } from './console-session.ts';

const es = adapterTexts('es').console;
const en = adapterTexts('en').console;

/** Answers with what it was handed, and keeps it. */
function recorder(): { handle: Handle; inputs: Input[] } {
  const inputs: Input[] = [];
  const handle: Handle = async ({ input }) => {
    inputs.push(input);
    return textReply(input.kind === 'text' ? `eco: ${input.text}` : `eco ${input.kind}`);
  };
  return { handle, inputs };
}

async function appears(session: ConsoleSession, text: string): Promise<void> {
  await vi.waitFor(() => expect(session.screen()).toContain(text), { interval: 5 });
}

describe('console in a pipe', () => {
  it('answers line by line, a blank line between answers, also without a last line end', async () => {
    const session = startConsole(recorder().handle);
    session.input.end('uno\r\n\n   \ndos');
    await session.finished;
    expect(session.raw()).toBe('eco: uno\n\neco: dos\n');
  });

  it('writes nothing for an empty input', async () => {
    const { handle, inputs } = recorder();
    const session = startConsole(handle);
    session.input.end();
    await session.finished;
    expect(session.raw()).toBe('');
    expect(inputs).toEqual([]);
  });

  it('answers a line before it hands over the next', async () => {
    const shownBefore: string[] = [];
    const session = startConsole(async ({ input }) => {
      shownBefore.push(session.raw());
      return textReply(input.kind === 'text' ? input.text : '');
    });
    session.input.end('uno\ndos\ntres\n');
    await session.finished;
    expect(shownBefore).toEqual(['', 'uno\n', 'uno\n\ndos\n']);
  });

  it('ends quietly when nobody reads the output', async () => {
    const { handle, inputs } = recorder();
    const session = startConsole(handle);
    session.output.destroy(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    session.input.end('uno\ndos\n');
    await session.finished;
    expect(inputs).toHaveLength(1);
    expect(session.entries).toEqual([]);
  });

  it('offers numbers for one line only', async () => {
    const inputs: Input[] = [];
    const offer: Reply = { ...textReply('Elija.'), suggestions: [{ id: 'ayuda', label: 'Ayuda' }] };
    const session = startConsole(async ({ input }) => {
      inputs.push(input);
      return input.kind === 'text' && input.text === 'hola' ? offer : textReply('Bien.');
    });
    session.input.end('hola\n1\n1\n');
    await session.finished;
    expect(inputs).toEqual([
      { kind: 'text', text: 'hola' },
      { kind: 'choice', id: 'ayuda' },
      { kind: 'text', text: '1' },
    ]);
  });

  it('tells of a failure, logs it, and forgets what was offered before', async () => {
    const inputs: Input[] = [];
    const offer: Reply = { ...textReply('Elija.'), suggestions: [{ id: 'ayuda', label: 'Ayuda' }] };
    const session = startConsole(async ({ input }) => {
      inputs.push(input);
      if (inputs.length === 2) throw new Error('a bug');
      return inputs.length === 1 ? offer : textReply('Bien.');
    });
    session.input.end('hola\nfalla\n1\n');
    await session.finished;
    expect(session.raw()).toContain(`\n\n${es.failure}\n\nBien.\n`);
    expect(session.entries.map(({ level }) => level)).toEqual(['error']);
    expect(inputs.at(-1)).toEqual({ kind: 'text', text: '1' });
  });
});

describe('console at a terminal', () => {
  it('greets first, then shows the prompt', async () => {
    const { handle, inputs } = recorder();
    const session = startConsole(handle, { terminal: true });
    await appears(session, es.prompt);
    expect(inputs).toEqual([{ kind: 'command', name: 'start', args: '' }]);
    expect(session.screen()).toMatch(/^eco command\n\n/);
    expect(session.screen()).toContain(es.howToLeave);
    session.input.end();
    await session.finished;
  });

  it.each([
    ['salir', 'salir\r'],
    ['/salir', '/salir\r'],
    ['exit', 'Exit\r'],
    ['Ctrl-D', '\u0004'],
    ['Ctrl-C', '\u0003'],
  ])('leaves with a goodbye at %s', async (_name, keys) => {
    const { handle, inputs } = recorder();
    const session = startConsole(handle, { terminal: true });
    await appears(session, es.prompt);
    session.input.write(keys);
    await session.finished;
    expect(session.screen()).toMatch(new RegExp(`${es.goodbye}\n$`));
    expect(inputs).toHaveLength(1);
  });

  it('speaks the language of the last reply', async () => {
    const session = startConsole(async () => ({ ...textReply('Hello.'), language: 'en' }), {
      terminal: true,
    });
    await appears(session, en.prompt);
    session.input.write('\u0004');
    await session.finished;
    expect(session.screen()).toContain(en.goodbye);
  });

  it('keeps a line that is typed before the greeting is shown', async () => {
    const session = startConsole(recorder().handle, { terminal: true });
    session.input.write('temprano\r');
    await appears(session, 'eco: temprano');
    session.input.write('\u0004');
    await session.finished;
  });

  it('fills lines up to 88 columns and no wider than the window', async () => {
    const long = Array.from({ length: 60 }, () => 'palabra').join(' ');
    const widest = async (columns: number): Promise<number> => {
      const session = startConsole(async () => textReply(long), { terminal: true, columns });
      await appears(session, es.prompt);
      session.input.write('\u0004');
      await session.finished;
      return Math.max(
        ...session
          .screen()
          .split('\n')
          .filter((line) => line.startsWith('palabra'))
          .map((line) => line.length),
      );
    };
    expect(await widest(200)).toBe(87);
    expect(await widest(40)).toBe(39);
  });

  it.each([
    [{ colour: true }, true],
    [{ colour: true, noColor: '1' }, false],
    [{ colour: false }, false],
  ])('uses bold as the terminal and NO_COLOR allow: %j', async (options, isBold) => {
    const strong = say('es', [paragraph({ kind: 'strong', text: 'fuerte' })]);
    const session = startConsole(async () => strong, { terminal: true, ...options });
    await appears(session, es.prompt);
    expect(session.raw().includes('\u001b[1mfuerte')).toBe(isBold);
    session.input.write('\u0004');
    await session.finished;
  });

  it('says goodbye when the process is stopped', async () => {
    const controller = new AbortController();
    const session = startConsole(recorder().handle, { terminal: true, signal: controller.signal });
    await appears(session, es.prompt);
    controller.abort();
    await session.finished;
    expect(session.screen()).toContain(es.goodbye);
  });
});
