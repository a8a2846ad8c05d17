import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { homeView } from '../../../adapters/slack/home.ts';
import type { Finding } from '../../../src/messaging/index.ts';
import { adapterTexts } from '../../../src/texts/index.ts';
import { textReply } from '../../support/adapter-contract.ts';
import { buttonsOf, shownText } from '../../support/slack-blocks.ts';
import { COMMANDS } from '../../support/slack-bot.ts';
import { checkView } from '../../support/slack-views.ts';

const texts = adapterTexts('es');

function finding(id: string, title = `Tema ${id}`, excerpt = 'Una frase.', folder = 'desafios'): Finding {
  return { id, title, excerpt, source: { path: `${folder}/${id}.md`, title }, reply: textReply(excerpt) };
}

function shown(findings: readonly Finding[], query?: string) {
  const view = homeView({
    texts,
    language: 'es',
    commands: COMMANDS,
    findings,
    ...(query === undefined ? {} : { query }),
  });
  const checked = checkView(JSON.parse(JSON.stringify(view)), 'home');
  if ('error' in checked) throw new Error(checked.error);
  return checked.view.blocks;
}

describe('the Home', () => {
  it('has a search, the ways in and the commands, each a button that says what it opens', () => {
    const blocks = shown([...'abcdefghi'].map((id) => finding(id)));
    const labels = buttonsOf(blocks).map(({ label }) => label);
    for (const id of 'abcdefghi') expect(labels).toContain(`Tema ${id}`);
    expect(labels).toEqual(expect.arrayContaining(['Buscar', 'Comenzar', 'Qué preguntar', 'Desafíos']));
    expect(blocks.some((block) => block.type === 'input' && block.dispatch_action === true)).toBe(true);
  });

  it('shows the latest of each folder only, in the order of the findings', () => {
    const many = Array.from({ length: 40 }, (_, index) =>
      finding(`p${index}`, `Nota ${index}`, 'x', 'notas'),
    );
    const labels = buttonsOf(shown([finding('a'), ...many])).map(({ label }) => label);
    expect(labels.filter((label) => label.startsWith('Nota '))).toEqual(
      Array.from({ length: 12 }, (_, index) => `Nota ${index}`),
    );
  });

  it('shows what was found, with buttons that a screen reader tells apart', () => {
    const blocks = shown([finding('a', 'Agua', 'El agua es de todos.'), finding('b', 'Ríos')], 'agua');
    expect(shownText(blocks)).toContain('Agua\nEl agua es de todos.');
    expect(shownText(blocks)).toContain('«agua»: 2');
    expect(buttonsOf(blocks).map(({ said }) => said)).toEqual(
      expect.arrayContaining(['Leer: Agua', 'Leer: Ríos', 'Volver al inicio']),
    );
  });

  it('says that nothing was found', () => {
    expect(shownText(shown([], 'xyz'))).toContain('No encontré nada sobre «xyz»');
  });

  it('is taken by Slack, whatever is found and looked for', () => {
    const words = fc.string({ unit: 'binary', maxLength: 4_000 });
    const any = fc.record({
      id: fc.string({ maxLength: 70 }),
      title: words,
      excerpt: words,
      folder: fc.string(),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 50 }), fc.option(words, { nil: undefined }), (list, query) => {
        const findings = list.map(({ id, title, excerpt, folder }) => finding(id, title, excerpt, folder));
        expect(shown(findings, query).length).toBeLessThanOrEqual(100);
      }),
      { numRuns: 100 },
    );
  });
});
