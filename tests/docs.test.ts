import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../src/package-root.ts';
import { codeOf, sourceFiles } from './support/source-files.ts';

const read = (path: string): string => readFileSync(join(packageRoot, path), 'utf8');
const found = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, group = '']) => group);
const code = ['src', 'adapters'].flatMap(sourceFiles).map(codeOf).join('\n');

describe.each(['docs/operacion.md', 'docs/seguridad.md', 'docs/privacidad.md', 'docs/simulacros.md'])(
  '%s',
  (path) => {
    const text = read(path);

    it('names only files that exist', () => {
      const named = found(
        text,
        /`((?:src|adapters|tests|deploy|docs|\.ci)\/[\w./-]+|[\w.-]*Dockerfile|compose\.yaml)`/g,
      );
      for (const file of named) expect(existsSync(join(packageRoot, file)), file).toBe(true);
      const linked = found(text, /\]\((?!https?:)([^)#]+)\)/g);
      for (const file of linked) expect(existsSync(join(packageRoot, dirname(path), file)), file).toBe(true);
    });

    it('names only variables that are explained', () => {
      const explained = `${read('.env.example')}${read('compose.yaml')}`;
      for (const variable of found(text, /`([A-Z]+(?:_[A-Z]+)+)`/g)) expect(explained).toContain(variable);
    });
  },
);

describe('the guide of operations', () => {
  const guide = read('docs/operacion.md');

  it('explains every figure, and no other', () => {
    const declared = new Set(
      found(sourceFiles('src').map(codeOf).join('\n'), /'((?:aga|process)_[a-z_]+)'/g),
    );
    expect(declared.size).toBeGreaterThan(8);
    expect(new Set(found(guide, /`((?:aga|process)_[a-z_]+)/g))).toEqual(declared);
  });

  it('explains events that are logged', () => {
    const table = /\| `event` \|[\s\S]*?\n\n/.exec(guide)?.[0] ?? '';
    const events = found(
      table.replace('`event`', ''),
      /`([a-z]+[. ][a-z ]+|started|stopped|stopping|message)`/g,
    );
    expect(events.length).toBeGreaterThan(15);
    for (const event of events) expect(code).toContain(`'${event}'`);
  });

  it('explains every reason to refuse a message', () => {
    for (const reason of found(code, /reason: '((?:(?:rate|too|personal)-[a-z]+)|paused|muted|attended)'/g))
      expect(guide).toContain(reason);
  });
});
