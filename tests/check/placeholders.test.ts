import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { placeholders } from '../../src/check/rules/placeholders.ts';
import { unlinkedClick } from '../../src/check/rules/unlinked-click.ts';
import { packageRoot } from '../../src/package-root.ts';
import { checkedFiles } from './checking.ts';

const LEFTOVERS = [
  'Los xx asistentes hablaron',
  'Llegaron XX personas',
  'TODO: revisar la cifra',
  'La sede está por definir',
  'Lorem ipsum dolor sit amet',
  'El encuentro fue en [completar]',
  'Fue en 20XX según el acta',
  'La fecha es TBD',
];
const CLICK = 'Para ver la lista, haga clic aquí';

const root = join(packageRoot, 'knowledge');
const shipped = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md') && path !== 'LEEME.md')
  .map((path) => ({
    path: path.replaceAll('\\', '/'),
    lines: readFileSync(join(root, path), 'utf8').split('\n'),
  }));

/** Where a person would leave something unfinished: each gives the file with the words put in, and their line. */
const PLACES: readonly ((lines: readonly string[], words: string) => readonly [string[], number])[] = [
  (lines, words) => [[...lines, `${words}.`, ''], lines.length + 1],
  (lines, words) => inserted(lines, bodyStart(lines), ['', `- ${words}`, ''], 1),
  (lines, words) => inserted(lines, bodyStart(lines), ['', `## ${words}`, '', 'Hola.', ''], 1),
  (lines, words) =>
    inserted(lines, bodyStart(lines), ['', '| Uno | Dos |', '| --- | --- |', `| a | ${words} |`, ''], 3),
  (lines, words) => inserted(lines, 1, [`resumen: "${words}"`], 0),
];

function bodyStart(lines: readonly string[]): number {
  return lines.indexOf('---', 1) + 1;
}

function inserted(
  lines: readonly string[],
  at: number,
  added: string[],
  offset: number,
): readonly [string[], number] {
  return [[...lines.slice(0, at), ...added, ...lines.slice(at)], at + offset + 1];
}

describe('placeholders', () => {
  it('are many files and none is left open', () => {
    expect(shipped.length).toBeGreaterThan(50);
    for (const { path, lines } of shipped) {
      const checked = checkedFiles({ [path]: lines.join('\n') });
      expect([...placeholders(checked), ...unlinkedClick(checked)], path).toEqual([]);
    }
  });

  it.each(LEFTOVERS.map((words, index) => ({ words, index })))(
    'are caught in each shipped file in turn: $words',
    ({ words, index }) => {
      shipped.forEach(({ path, lines }, file) => {
        const place = PLACES[(index + file) % PLACES.length];
        const [mutated, line] = place?.(lines, words) ?? [[], 0];
        const found = placeholders(checkedFiles({ [path]: mutated.join('\n') }));
        expect(found, `${path}: ${mutated[line - 1]}`).toEqual([
          expect.objectContaining({ path, line, severity: 'error' }),
        ]);
      });
    },
  );

  it('a lost link is caught in each shipped file in turn', () => {
    for (const { path, lines } of shipped) {
      const [mutated, line] = PLACES[1]?.(lines, CLICK) ?? [[], 0];
      expect(unlinkedClick(checkedFiles({ [path]: mutated.join('\n') }))).toEqual([
        expect.objectContaining({ path, line, severity: 'error' }),
      ]);
    }
  });
});
