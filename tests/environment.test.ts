import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readEnvironment } from '../src/environment.ts';
import { StartupError } from '../src/errors.ts';

const folder = mkdtempSync(join(tmpdir(), 'aga-env-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('readEnvironment', () => {
  it('adds the variables of the file and never replaces one of the process', () => {
    const file = join(folder, '.env');
    writeFileSync(file, '# a comment\nHOST=0.0.0.0\nPORT="9000"\nSITE_URL=https://example.org/\n');
    expect(readEnvironment(file, { HOST: '127.0.0.1', PORT: '' })).toEqual({
      HOST: '127.0.0.1',
      PORT: '',
      SITE_URL: 'https://example.org/',
    });
  });

  it('does without the file', () => {
    expect(readEnvironment(join(folder, 'none'), { HOST: 'x' })).toEqual({ HOST: 'x' });
  });

  it('names a file that cannot be read', () => {
    expect(() => readEnvironment(folder, {})).toThrow(StartupError);
    expect(() => readEnvironment(folder, {})).toThrow(`${folder}: No se puede leer (EISDIR).`);
  });
});
