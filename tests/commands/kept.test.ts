import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { inbox, report, turn } from '../../src/commands/kept.ts';
import { openStore } from '../../src/store/index.ts';
import { reportTexts } from '../../src/texts/report.ts';
import { temporaryFolder } from '../support/assistant-process.ts';
import { writtenTo } from '../support/written-to.ts';

const folder = temporaryFolder();
afterAll(folder.remove);
const NOW = new Date('2026-11-26T12:00:00-05:00');
const file = join(folder.path, 'aga.db');

async function run(
  command: (options: Parameters<typeof report>[0]) => Promise<number>,
  asked: { since?: string; format?: string; env?: Record<string, string> } = {},
): Promise<{ code: number; shown: string; refused: string }> {
  const [output, errors] = [writtenTo(), writtenTo()];
  const code = await command({
    env: asked.env ?? { DATABASE_FILE: file },
    now: NOW,
    since: asked.since,
    format: asked.format,
    output: output.stream,
    errors: errors.stream,
  });
  return { code, shown: output.text(), refused: errors.text() };
}

async function record(text: string, at: string, asker: string): Promise<void> {
  const store = await openStore({ place: { file }, now: () => new Date(at) });
  await store.questions.record({
    platform: 'pigeon',
    language: 'es',
    intent: 'ask',
    status: 'no-answer',
    reason: 'not-in-folder',
    milliseconds: 1,
    asker,
    text,
    key: () => text,
  });
  await store.close();
}

describe('the commands over what is kept', () => {
  it('say so when there is nothing to read', async () => {
    const { code, refused } = await run(report);
    expect(code).toBe(1);
    expect(refused).toContain(file);
    const gone = await run(inbox, { env: { DATABASE_URL: 'postgres://aga:s3cr3t@127.0.0.1:1/aga' } });
    expect(gone.code).toBe(1);
    expect(gone.refused).toContain('ECONNREFUSED');
    expect(gone.refused).not.toContain('s3cr3t');
  });

  it('report figures that may be published, and list all for the team', async () => {
    await record('¿Quién paga?', '2026-11-20T10:00:00-05:00', 'ana');
    await record('=HYPERLINK(1)', '2026-10-01T10:00:00-05:00', 'luz');
    const published = await run(report);
    expect(published.code).toBe(0);
    expect(published.shown).toContain(reportTexts.few);
    expect(published.shown).not.toContain('¿Quién paga?');
    expect((await run(inbox)).shown).toBe(`${reportTexts.inboxLine('¿Quién paga?', 1, 1, '2026-11-20')}\n`);
    const exported = await run(inbox, { since: '2026-09-01', format: 'csv' });
    expect(exported.shown.split('\r\n')).toHaveLength(4);
    expect(exported.shown).toContain("'=HYPERLINK(1)");
    expect((await run(inbox, { since: '2026-11-25' })).shown).toBe(`${reportTexts.inboxEmpty}\n`);
  });

  it.each([
    [{ since: 'ayer' }, reportTexts.badDay('ayer')],
    [{ since: '2026-13-45' }, reportTexts.badDay('2026-13-45')],
    [{ format: 'pdf' }, reportTexts.badFormat('pdf')],
  ])('refuse what they do not understand: %j', async (asked, message) => {
    expect(await run(report, asked)).toEqual({ code: 2, shown: '', refused: `${message}\n` });
  });

  it('pause a platform with a reason, and resume it', async () => {
    const off = await run((options) => turn(options, 'telegram', 'off', 'responde mal'));
    expect(off).toMatchObject({ code: 0, shown: expect.stringContaining('responde mal') });
    const store = await openStore({ place: { file }, now: () => NOW });
    expect(await store.switches.isOff('telegram')).toBe(true);
    await store.close();
    expect((await run((options) => turn(options, 'telegram', 'on', ''))).code).toBe(0);
    for (const [platform, to] of [
      ['', 'off'],
      ['telegram', 'off'],
      ['telegram', 'abajo'],
    ] as const)
      expect((await run((options) => turn(options, platform, to, ''))).code).toBe(2);
  });
});
