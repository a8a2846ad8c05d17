import { describe, expect, it } from 'vitest';
import type { KnowledgeFolder, Unit } from '../../src/knowledge/document.ts';
import { createSearch, WEIGHTS } from '../../src/search/index.ts';
import { folderOf, shippedFolder } from '../support/knowledge-folder.ts';

function shownOf(folder: KnowledgeFolder, question: string): readonly Unit[] {
  return createSearch(folder).ask(question, 'es').candidates[0]?.units ?? [];
}

const file = (body: string): Record<string, string> => ({
  'a.md': `---\ntitle: La mesa del río\n---\n\n## La mesa del río\n\n${body}\n`,
});

describe('select', () => {
  it('shows at most three sentences, the one that answers among them', async () => {
    const folder = await folderOf(
      file(
        'Primero hubo sol. Luego hubo viento. La mesa reunió a 40 personas. Después llovió. Al final salió el sol. Todos se fueron.',
      ),
    );
    const texts = shownOf(folder, '¿Cuántas personas reunió la mesa?').map((unit) => unit.text);
    expect(texts).toContain('La mesa reunió a 40 personas.');
    expect(texts.length).toBeLessThanOrEqual(WEIGHTS.select.sentences);
  });

  it('shows the whole of a list that a sentence leads to', async () => {
    const folder = await folderOf(file('La mesa pidió para el río:\n\n- redes\n- canoas\n- remos'));
    const texts = shownOf(folder, '¿Qué pidió la mesa para el río?').map((unit) => unit.text);
    expect(texts).toEqual(['La mesa pidió para el río:', 'redes', 'canoas', 'remos']);
  });

  it('shows a list right after it, though no colon leads to it', async () => {
    const folder = await folderOf(
      file('Lo que pidió la mesa para el río es esto. Lo contó Rosa.\n\n- redes\n- canoas'),
    );
    const texts = shownOf(folder, '¿Qué se pidió para el río?').map((unit) => unit.text);
    expect(texts.slice(-2)).toEqual(['redes', 'canoas']);
  });

  it('tells which unit answers best by itself', async () => {
    const folder = await folderOf(
      file('La mesa del río reunió a la gente. La mesa llegó en 2017. Todos se fueron.'),
    );
    const [best] = createSearch(folder).ask(
      '¿En qué año reunió la mesa del río a la gente?',
      'es',
    ).candidates;
    expect(best?.nearest?.text).toBe('La mesa del río reunió a la gente.');
    const [dated] = createSearch(folder).ask('¿En qué año fue la mesa?', 'es').candidates;
    expect(dated?.nearest?.text).toBe('La mesa llegó en 2017.');
  });

  it('shows items that hold no word of the question, wherever the list stands', async () => {
    const before = 'La plaza es grande. El puente es viejo.';
    const folder = await folderOf(file(`${before}\n\nLa mesa del río pidió:\n\n- redes\n- canoas\n- remos`));
    const texts = shownOf(folder, '¿Qué pidió la mesa del río?').map((unit) => unit.text);
    expect(texts.slice(-4)).toEqual(['La mesa del río pidió:', 'redes', 'canoas', 'remos']);
  });

  it('is not led by the words that the title says of every unit', async () => {
    const between = 'Llovió. Hizo sol. Vino gente. Hubo música. ';
    const folder = await folderOf(
      file(`La mesa del río es de todos. ${between}Para inscribirse hay que tener 25 años.`),
    );
    const texts = shownOf(folder, 'cómo inscribirse en la mesa del río').map((unit) => unit.text);
    expect(texts).toContain('Para inscribirse hay que tener 25 años.');
  });

  it('shows what follows the sentence rather than what precedes it', async () => {
    const long = (start: string) => `${start} ${'y así siguió la jornada de todos '.repeat(9)}.`;
    const folder = await folderOf(
      file(`${long('Hubo sol')} La mesa del río abrió temprano. ${long('Vino gente')}`),
    );
    const texts = shownOf(folder, '¿A qué hora abrió la mesa del río?').map((unit) => unit.text);
    expect(texts.map((text) => text.slice(0, 11))).toEqual(['La mesa del', 'Vino gente ']);
  });

  it('asked for several things, takes the sentence that leads to a list of them', async () => {
    const between = 'Llovió. Hizo sol. Vino gente. Hubo música. ';
    const folder = await folderOf(
      file(
        `Los vecinos fundaron la mesa del río. ${between}Los vecinos que fundaron la mesa del río son:\n\n- Rosa\n- Juan`,
      ),
    );
    const texts = shownOf(folder, '¿Cuáles vecinos fundaron la mesa del río?').map((unit) => unit.text);
    expect(texts).toContain('Rosa');
  });

  it('goes on where the passage was cut', async () => {
    const filler = 'Nadie salió de la casa esa vez. ';
    const folder = await folderOf(
      file(`${filler.repeat(17)}La mesa del río eligió.\n\nGanó Rosa. ${filler.repeat(6)}`),
    );
    const passage = folder.passages.find(({ units }) => units.at(-1)?.text === 'La mesa del río eligió.');
    const texts = shownOf(folder, '¿A quién eligió la mesa del río?').map((unit) => unit.text);
    expect(passage).toBeDefined();
    expect(texts).toContain('Ganó Rosa.');
  });

  it('never shows what was not filled in', async () => {
    const folder = await folderOf(
      file('La mesa del río reunió a xx personas. La mesa del río fue en la plaza. TODO: poner la fecha.'),
    );
    for (const question of ['¿Cuántas personas reunió la mesa del río?', '¿Cuándo fue la mesa del río?']) {
      const units = shownOf(folder, question);
      expect(units.map((unit) => unit.text)).toEqual(['La mesa del río fue en la plaza.']);
    }
  });

  it('shows nothing of a passage that is all placeholder', async () => {
    const folder = await folderOf(file('La mesa del río reunió a xx personas.'));
    const result = createSearch(folder).ask('¿Cuántas personas reunió la mesa del río?', 'es');
    expect(result).toMatchObject({ confidence: 0, candidates: [{ units: [] }] });
  });

  it('keeps to its limits, in reading order, whatever is asked of the shipped folder', async () => {
    const folder = await shippedFolder();
    const search = createSearch(folder);
    for (const document of folder.documents) {
      for (const question of document.questions) {
        for (const { units, passage } of search.ask(question.text, 'es').candidates.slice(0, 3)) {
          const places = units.map((unit) => passage.units.indexOf(unit));
          expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
          expect(units.filter((unit) => unit.kind === 'sentence').length).toBeLessThanOrEqual(4);
          expect(units.filter((unit) => unit.kind !== 'sentence').length).toBeLessThanOrEqual(15);
          expect(units.some((unit) => unit.placeholder)).toBe(false);
        }
      }
    }
  });

  it('begins at the beginning for who only names a page', async () => {
    const filler = 'Los vecinos barrieron la plaza y pintaron las bancas. '.repeat(20);
    const folder = await folderOf({
      'a.md': `---\ntitle: Feria del río\n---\n\nEs la fiesta de los pescadores. ${filler}\n\nLa feria del río cierra. Viva la feria del río.\n`,
    });
    const texts = (question: string) => shownOf(folder, question).map((unit) => unit.text);
    expect(texts('cuénteme de la feria del río')).toContain('Es la fiesta de los pescadores.');
    expect(texts('¿cuándo cierra la feria del río?')).toContain('La feria del río cierra.');
  });
});
