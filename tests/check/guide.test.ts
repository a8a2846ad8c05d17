import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shippedKnowledge } from '../../src/open-knowledge.ts';
import { codeOf, sourceFiles } from '../support/source-files.ts';
import { type Files, findingsOf } from './checking.ts';

const guide = readFileSync(join(shippedKnowledge, 'LEEME.md'), 'utf8');

/** One message of the guide: the rules that it explains and its bad and good files. */
interface Explained {
  readonly heading: string;
  readonly rules: readonly string[];
  readonly bad: Files;
  readonly good: Files;
}

const SECTION = /^### (.+)\n\n<!-- regla: (.+) -->\n([\s\S]*?)(?=^### .+\n\n<!-- regla|$(?![\s\S]))/gm;
const BLOCK = /^```(?:markdown|yaml) ?(\S*)\n([\s\S]*?)^```$/gm;

const explained: readonly Explained[] = [...guide.matchAll(SECTION)].map(
  ([, heading = '', rules = '', text = '']) => {
    const [bad = '', good = ''] = text.split(/^Bien:$/m);
    return { heading, rules: rules.split(' '), bad: filesIn(bad), good: filesIn(good) };
  },
);

function filesIn(text: string): Files {
  return Object.fromEntries(
    [...text.matchAll(BLOCK)].map(([, name = '', content = '']) => [
      name === '' ? 'nota.md' : name,
      content.replace(/\[U\+([0-9A-F]{4})\]/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      ),
    ]),
  );
}

/** A file beside the example, so that a folder with only a thesaurus is a folder. */
const COMPANION = { 'otra.md': '---\ntitle: Otra página\n---\n\nNada.\n' };

/** Every name that a finding can have. */
const names = new Set(
  ['src/check', 'src/knowledge']
    .flatMap(sourceFiles)
    .flatMap((file) =>
      [...codeOf(file).matchAll(/\b(?:finding|error|warning|warn)\(\s*'([a-z-]+)'/g)].map(
        ([, name = '']) => name,
      ),
    ),
);
for (const skipped of ['draft', 'future', 'expired', 'section']) names.add(skipped);
/** What `findings` call when a file is simply not there. */
names.delete('missing');

describe('the guide', () => {
  it('explains every rule, and no other', () => {
    expect(names.size).toBeGreaterThan(50);
    expect(explained.flatMap(({ rules }) => rules).sort()).toEqual([...names].sort());
  });

  it.each(explained.filter(({ bad }) => Object.keys(bad).length > 0))(
    'shows what is bad: $heading',
    ({ rules, bad }) => {
      expect(findingsOf({ ...COMPANION, ...bad }).map(({ rule }) => rule)).toContain(rules[0]);
    },
  );

  it.each(explained.filter(({ bad }) => Object.keys(bad).length > 0))(
    'shows what is good: $heading',
    ({ rules, good }) => {
      expect(Object.keys(good).length).toBeGreaterThan(0);
      expect(
        findingsOf({ ...COMPANION, ...good }).filter(
          ({ rule, path }) => path !== 'otra.md' && rules.includes(rule),
        ),
      ).toEqual([]);
    },
  );

  it('has a front matter that can be used as it is', () => {
    const example = /^```yaml\n(---\n[\s\S]*?---\n)```$/m.exec(guide)?.[1] ?? '';
    const body = '\nSe acordaron tres mesas el 20 de mayo de 2026 con la gobernación.\n';
    expect(findingsOf({ 'publicaciones/2026-05-20-encuentro-en-tunja.md': `${example}${body}` })).toEqual([]);
  });
});
