import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeReport } from '../../bench/report.ts';

let dir: string;
let path: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'bench-'));
  path = join(dir, 'README.md');
  await writeFile(path, 'a\n<!-- uno -->\nx\n<!-- /uno -->\nb\n<!-- dos -->\ny\n<!-- /dos -->\n');
});

afterEach(async () => {
  await rm(dir, { recursive: true });
});

describe('the report of a run', () => {
  it('replaces what it measured and leaves the rest', async () => {
    await writeReport(path, { uno: 'nuevo $& $1' });
    expect(await readFile(path, 'utf8')).toBe(
      'a\n<!-- uno -->\nnuevo $& $1\n<!-- /uno -->\nb\n<!-- dos -->\ny\n<!-- /dos -->\n',
    );
  });

  it('says which place is missing, and writes nothing', async () => {
    const before = await readFile(path, 'utf8');
    await expect(writeReport(path, { uno: 'z', tres: 'w' })).rejects.toThrow('<!-- tres -->');
    expect(await readFile(path, 'utf8')).toBe(before);
  });
});
