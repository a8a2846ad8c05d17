import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AssistantProcess,
  matching,
  startAssistant,
  temporaryFolder,
  writeKnowledge,
} from './support/assistant-process.ts';
import { ensureBuilt } from './support/built.ts';

const QUESTION = '¿Cuántos compromisos tuvo el III Plan?';
const temporary = temporaryFolder();
const knowledge = join(temporary.path, 'documentos');

beforeAll(() => {
  ensureBuilt();
  mkdirSync(knowledge);
  writeKnowledge(knowledge);
});
afterAll(() => temporary.remove());

function start(env: Readonly<Record<string, string>> = {}): AssistantProcess {
  return startAssistant(temporary.path, { KNOWLEDGE_DIR: knowledge, ...env });
}

describe('the process with piped input', () => {
  it('answers, says nothing else, and exits with 0 at the end of the input', async () => {
    const { child, exit, output, log } = start();
    child.stdin.end(`${QUESTION}\r\n\n/ayuda`);
    expect(await exit).toBe(0);
    expect(output()).toContain('26');
    expect(output().split(/\n\n/).length).toBeGreaterThan(1);
    expect(log()).toBe('');
  });

  it('answers one line before the next one comes', async () => {
    const { child, exit, output } = start();
    child.stdin.write(`${QUESTION}\n`);
    await matching(output, /26/);
    child.stdin.end();
    expect(await exit).toBe(0);
  });

  it('exits with 0 when nobody reads its answers', async () => {
    const { child, exit, output, log } = start();
    child.stdin.write(`${QUESTION}\n`);
    await matching(output, /26/);
    child.stdout.destroy();
    child.stdin.write(`${QUESTION}\n${QUESTION}\n`);
    expect(await exit).toBe(0);
    expect(log()).toBe('');
  });

  it('logs one line a message that holds no text of the person', async () => {
    const { child, exit, log } = start({ LOG_LEVEL: 'info' });
    child.stdin.end(`${QUESTION}\n`);
    expect(await exit).toBe(0);
    const lines = log().trimEnd().split('\n');
    const messages = lines.map((line) => JSON.parse(line)).filter(({ event }) => event === 'message');
    expect(messages).toEqual([
      {
        time: expect.any(String),
        level: 'info',
        event: 'message',
        platform: 'console',
        intent: 'ask',
        status: 'answered',
        document: 'iii-plan.md',
        milliseconds: expect.any(Number),
      },
    ]);
    expect(log()).not.toContain('compromisos');
  });

  it("tells the maintainer of the folder's problems and goes on", async () => {
    const folder = join(temporary.path, 'con-errores');
    mkdirSync(folder);
    writeKnowledge(folder);
    writeFileSync(join(folder, 'mal.md'), '---\ntitle: Mal\ndate: mañana\n---\n\nUn texto.\n');
    const { child, exit, output, log } = start({ KNOWLEDGE_DIR: folder });
    child.stdin.end(`${QUESTION}\n`);
    expect(await exit).toBe(0);
    expect(log()).toMatch(/^mal\.md:3: .+ → .+$/m);
    expect(output()).toContain('26');
  });
});

describe('the process with settings that cannot work', () => {
  it('names every one and exits with 1', async () => {
    const { exit, output, log } = start({
      ADAPTERS: 'telegram,telex',
      PORT: 'abc',
      SITE_URL: 'x',
      LOG_LEVEL: 'loud',
    });
    expect(await exit).toBe(1);
    for (const name of ['ADAPTERS', 'TELEGRAM_BOT_TOKEN', 'PORT', 'SITE_URL', 'LOG_LEVEL']) {
      expect(log()).toMatch(new RegExp(`^${name}(?: \\(para telegram\\))?: `, 'm'));
    }
    expect(log()).toMatch(/^El asistente no arrancó\. .*\.env\.example/m);
    expect(output()).toBe('');
  });

  it('reads .env below its own environment', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder.path, '.env'), 'PORT=abc\nLOG_LEVEL=loud\n');
    const { exit, log } = startAssistant(folder.path, { KNOWLEDGE_DIR: knowledge, LOG_LEVEL: 'warn' });
    expect(await exit).toBe(1);
    expect(log()).toMatch(/^PORT: /m);
    expect(log()).not.toContain('LOG_LEVEL');
    folder.remove();
  });

  it('names a knowledge folder that does not exist', async () => {
    const { exit, log } = start({ KNOWLEDGE_DIR: join(temporary.path, 'ninguna') });
    expect(await exit).toBe(1);
    expect(log()).toMatch(
      /^No se puede leer la carpeta .*ninguna» \(ENOENT\)\. .*\nEl asistente no arrancó\.\n$/,
    );
  });

  it('names a port that is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const { exit, log } = start({ PORT: String(port) });
    expect(await exit).toBe(1);
    expect(log()).toContain(`PORT: Otro programa ya usa el puerto ${port}`);
    server.close();
  });
});

describe('the process with a store', () => {
  it('leaves no file behind in the terminal alone, and makes the one that it is told', async () => {
    const folder = temporaryFolder();
    const run = async (env: Readonly<Record<string, string>>): Promise<void> => {
      const { child, exit, output } = startAssistant(folder.path, { KNOWLEDGE_DIR: knowledge, ...env });
      child.stdin.end(`${QUESTION}\n`);
      expect(await exit).toBe(0);
      expect(output()).toContain('26');
    };
    await run({});
    expect(readdirSync(folder.path)).toEqual([]);
    await run({ DATABASE_FILE: 'datos/aga.db' });
    expect(readdirSync(folder.path)).toEqual(['datos']);
    folder.remove();
  });

  it('answers without its store, and says so in the log and in its health', async () => {
    const { child, exit, output, log } = start({
      DATABASE_URL: 'postgres://aga:s3cr3t@127.0.0.1:1/aga',
      PORT: '0',
      LOG_LEVEL: 'info',
    });
    const [, port] = await matching(log, /"event":"http listener is open".*"port":(\d+)/);
    const response = await fetch(`http://127.0.0.1:${port}/healthz`);
    expect(await response.json()).toEqual({ status: 'ok', documents: 1, store: 'unreachable' });
    child.stdin.end(`${QUESTION}\n`);
    expect(await exit).toBe(0);
    expect(output()).toContain('26');
    expect(log()).toMatch(/"level":"error","event":"store could not be opened.*"ECONNREFUSED"/);
    expect(log()).not.toContain('s3cr3t');
  });
});

describe('the process when it is told to stop', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('exits with 0 at %s', async (signal) => {
    const { child, exit, output } = start();
    child.stdin.write(`${QUESTION}\n`);
    await matching(output, /26/);
    child.kill(signal);
    expect(await exit).toBe(0);
  });

  it('closes its HTTP listener', async () => {
    const { child, exit, log } = start({ PORT: '0', LOG_LEVEL: 'info' });
    const [, port] = await matching(log, /"event":"http listener is open".*"port":(\d+)/);
    const response = await fetch(`http://127.0.0.1:${port}/healthz`);
    expect(await response.json()).toEqual({ status: 'ok', documents: 1 });
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
  });
});

describe('the process while its folder changes', () => {
  it('answers from the change and tells of what is broken, without a restart', async () => {
    const folder = join(temporary.path, 'cambiante');
    mkdirSync(folder);
    writeKnowledge(folder);
    const { child, exit, output, log } = start({ KNOWLEDGE_DIR: folder, LOG_LEVEL: 'info' });
    child.stdin.write(`${QUESTION}\n`);
    await matching(output, /26 compromisos/);
    const place = join(folder, 'iii-plan.md');
    writeFileSync(place, readFileSync(place, 'utf8').replace('26', '31'));
    await matching(log, /"event":"knowledge changed","read":\["iii-plan.md"\]/);
    child.stdin.write(`${QUESTION}\n`);
    await matching(output, /31 compromisos/);
    writeFileSync(place, '---\ntitle: "III');
    await matching(log, /^iii-plan\.md:1: .+ → .+$/m);
    child.stdin.end(`${QUESTION}\n`);
    expect(await exit).toBe(0);
    expect(output().match(/31 compromisos/g)).toHaveLength(2);
  });
});
