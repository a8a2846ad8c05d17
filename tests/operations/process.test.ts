import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type AssistantProcess,
  matching,
  startAssistant,
  temporaryFolder,
  writeKnowledge,
} from '../support/assistant-process.ts';
import { ensureBuilt } from '../support/built.ts';
import { startTelegramServer, type TelegramServer } from '../support/telegram-server.ts';
import { text } from '../support/telegram-updates.ts';

const QUESTION = '¿Cuántos compromisos tuvo el III Plan?';
const temporary = temporaryFolder();
const knowledge = join(temporary.path, 'documentos');

beforeAll(() => {
  ensureBuilt();
  mkdirSync(knowledge);
  writeKnowledge(knowledge);
});
afterAll(() => temporary.remove());

describe('the process on Telegram', () => {
  let server: TelegramServer;
  let assistant: AssistantProcess;
  let base: string;

  async function start(env: Readonly<Record<string, string>> = {}): Promise<void> {
    assistant = startAssistant(temporary.path, {
      KNOWLEDGE_DIR: knowledge,
      PORT: '0',
      TELEGRAM_BOT_TOKEN: server.token,
      TELEGRAM_API_ROOT: server.root,
      ...env,
    });
    const [, port] = await matching(assistant.log, /"event":"http listener is open".*"port":(\d+)/);
    base = `http://127.0.0.1:${port}`;
  }

  async function read(path: string): Promise<{ status: number; body: string }> {
    const response = await fetch(`${base}${path}`);
    return { status: response.status, body: await response.text() };
  }

  const readiness = () => expect.poll(async () => (await read('/readyz')).body, { timeout: 10_000 });
  const statuses = (): string[] =>
    [...assistant.log().matchAll(/^\{.*"event":"message".*$/gm)].map(([line]) => {
      const { status, reason } = JSON.parse(line);
      return `${status} ${reason ?? ''}`.trim();
    });

  beforeEach(async () => {
    server = await startTelegramServer();
  });
  afterEach(async () => {
    assistant.child.kill('SIGKILL');
    await assistant.exit;
    await server.close();
  });

  it('is ready once Telegram is reached, and counts what it answers', async () => {
    await start();
    await readiness().toBe('{"status":"ready"}');
    expect(await read('/healthz')).toEqual({
      status: 200,
      body: '{"status":"ok","documents":1,"store":"ok"}',
    });
    server.push(text(QUESTION));
    await server.until(() => server.sent.length === 1);
    const { body } = await read('/metrics');
    const lines = body.split('\n');
    expect(lines).toContain(
      'aga_questions_total{platform="telegram",intent="ask",status="answered",reason="none"} 1',
    );
    expect(lines).toContain('aga_adapter_connected{adapter="telegram"} 1');
    expect(lines).toContain('aga_index_documents 1');
    // A measured value may hold any digits; a person would stand in a name or a label.
    expect(body.replace(/ [\d.e+-]+$/gm, '')).not.toMatch(/501|Ana|compromisos/);
  });

  it('is alive but not ready while Telegram is out of reach', async () => {
    await start({ TELEGRAM_API_ROOT: 'http://127.0.0.1:9' });
    expect(await read('/readyz')).toEqual({
      status: 503,
      body: '{"status":"not ready","missing":["telegram"]}',
    });
    expect((await read('/healthz')).status).toBe(200);
    expect((await read('/metrics')).body).toContain('aga_adapter_connected{adapter="telegram"} 0');
  });

  it('refuses what is too long, what holds personal data and what comes too fast, and keeps none of it', async () => {
    await start({ LIMIT_PER_PERSON: '3' });
    server.push(text('a'.repeat(1_001)));
    server.push(text('mi cédula es 1.020.345.678'));
    server.push(text(QUESTION));
    for (let count = 0; count < 5; count += 1) server.push(text(QUESTION));
    await server.until(() => statuses().length === 8);
    expect(statuses()).toEqual([
      'refused too-long',
      'refused personal-data',
      'answered',
      ...Array.from({ length: 5 }, () => 'refused rate-person'),
    ]);
    await server.until(() => server.sent.length === 4);
    expect(server.sent[0]?.text).toContain('1.001');
    expect(server.sent[1]?.text).toContain('cédula');
    expect(server.sent[3]?.text).toMatch(/Espere \d+ segundos/);
    expect(assistant.log()).not.toMatch(/345|aaa|compromisos|"501"/);
  });

  it('is no longer ready while the answers under way finish', async () => {
    await start();
    await readiness().toBe('{"status":"ready"}');
    server.refuseNext('sendMessage', {
      error_code: 429,
      description: 'Too Many Requests: retry after 2',
      parameters: { retry_after: 2 },
    });
    server.push(text(QUESTION));
    await server.until(() => server.callsOf('sendMessage').length === 1);
    assistant.child.kill('SIGTERM');
    await readiness().toBe('{"status":"not ready","missing":["accepting","telegram"]}');
    expect((await read('/healthz')).status).toBe(200);
    expect(await assistant.exit).toBe(0);
    expect(server.sent).toHaveLength(1);
    await expect(read('/healthz')).rejects.toThrow();
  });
});
