import { beforeAll, describe, expect, it } from 'vitest';
import type { KnowledgeFolder } from '../../src/knowledge/document.ts';
import {
  assignGoldenQuestions,
  createSearch,
  plansOf,
  type Search,
  WEIGHTS,
} from '../../src/search/index.ts';
import { folderOf, shippedFolder } from '../support/knowledge-folder.ts';
import { VILLAGE } from '../support/village.ts';

let village: KnowledgeFolder;
let search: Search;
beforeAll(async () => {
  village = await folderOf(VILLAGE);
  search = createSearch(village);
});

const best = (text: string): string | undefined => search.ask(text, 'es').candidates[0]?.passage.id;
const shown = (text: string): string =>
  (search.ask(text, 'es').candidates[0]?.units ?? []).map((unit) => unit.text).join(' ');

describe('createSearch', () => {
  it.each([
    ['¿Quién coordinó el III Plan?', 'planes/iii.md#quién-coordinó-el-iii-plan'],
    ['¿Cuántos compromisos tuvo el cuarto plan?', 'planes/iv.md#cuántos-compromisos-tuvo-el-iv-plan'],
    ['¿Qué es un mojón?', 'glosario/glosario.md#mojón'],
    ['la empresa de agua quién la vigila', 'glosario/glosario.md#jap-junta-de-agua-potable'],
    ['who keeps the library?', 'english/about.md#who-keeps-the-library'],
    ['¿Cuántas personas reunió la feria?', 'publicaciones/2021-05-06-feria.md#'],
  ])('finds the passage of «%s»', (text, id) => {
    expect(best(text)).toBe(id);
    expect(search.ask(text, 'es').confidence).toBeGreaterThan(WEIGHTS.bands.answer);
  });

  it.each([
    ['¿Quién coordinó el III Plan?', 'quien coordino el 3er plan'],
    ['¿Quién coordinó el III Plan?', 'QUIEN COORDINO EL PLAN TRES'],
    ['¿Quién coordinó el III Plan?', 'kien coordinó el tercer plan'],
    ['¿Quién coordinó el III Plan?', '¿Quie\u0301n coordino\u0301 el III Plan?'],
    ['¿Cuándo se presentó el V Plan?', 'cuando se presneto el plan 5'],
    ['¿Cuántos compromisos tuvo el IV Plan?', 'cuantos comprmisos tuvo el iv plan'],
    [
      '¿Cuántas personas reunió la feria de la transparencia?',
      'cuantas personas reunio la feria de trasnparencia',
    ],
  ])('answers «%s» and «%s» from the same place', (clean, careless) => {
    expect(best(careless)).toBe(best(clean));
    expect(shown(careless)).toBe(shown(clean));
  });

  it.each([
    ['quien es el presidente', false],
    ['quien nombra la presidencia', true],
  ])('is certain of «%s» only where the passage has the word itself: %s', async (text, isCertain) => {
    const folder = await folderOf({
      'a.md': '---\ntitle: Oficinas\n---\n\nAna Ruiz nombra la Presidencia de la mesa.\n',
      'b.md': '---\ntitle: Ferias\n---\n\nLa feria abre en mayo.\n',
    });
    const { confidence } = createSearch(folder).ask(text, 'es');
    expect(confidence >= WEIGHTS.bands.answer).toBe(isCertain);
  });

  it.each(['quien vigila la junta de agua potable', 'QUIEN VIGILA LA JUNTA DE AGUA POTABLE'])(
    'knows the names of «%s» from the folder, whatever its capitals',
    (text) => {
      const names = search.ask(text, 'es').concepts.flatMap(({ form, isName }) => (isName ? [form] : []));
      expect(names).toEqual(['junta', 'potable']);
    },
  );

  it('prefers the plan named', () => {
    for (const [number, path] of [
      [3, 'iii'],
      [4, 'iv'],
      [5, 'v'],
    ] as const)
      for (const question of [
        'cuantos compromisos tuvo el plan',
        'quien coordino el plan',
        'cuando se presento el plan',
      ])
        expect(best(`${question} ${number}`)).toContain(`planes/${path}.md`);
  });

  it('knows the plan of a file that says it in its front matter alone', async () => {
    const memoir = (plan: number, who: string): string =>
      `---\ntitle: Memoria\nplan: ${plan}\n---\n\n## Coordinación\n\nEl plan lo coordinó la ${who}.\n`;
    const memoirs = createSearch(
      await folderOf({
        'a.md': memoir(3, 'Secretaría'),
        'b.md': memoir(4, 'Oficina'),
        'c.md': memoir(5, 'Mesa'),
      }),
    );
    for (const [plan, path] of [
      ['III', 'a.md'],
      ['cuarto', 'b.md'],
      ['5', 'c.md'],
    ] as const)
      expect(memoirs.ask(`¿quién coordinó el ${plan} plan?`, 'es').candidates[0]?.passage.document.path).toBe(
        path,
      );
  });

  it('is less sure the more words it does not know', () => {
    const sure = (text: string): number => search.ask(text, 'es').confidence;
    const plain = sure('quien coordino el III plan');
    const odd = sure('quien coordino el III plan xilófono');
    const odder = sure('quien coordino el III plan xilófono ornitorrinco zurubí');
    expect(odd).toBeLessThan(plain);
    expect(odder).toBeLessThan(odd);
    expect(sure('xilófono ornitorrinco zurubí')).toBe(0);
  });

  it('learns the acronyms that the texts explain', () => {
    const folder = search.ask('¿Qué vigila la JAP?', 'es');
    expect(folder.candidates[0]?.passage.id).toContain('jap');
  });

  it('finds nothing in a folder without documents', async () => {
    const empty = createSearch(await folderOf({}));
    expect(empty.ask('¿Quién coordinó?', 'es')).toMatchObject({ candidates: [], confidence: 0 });
  });

  it('answers 2,000 words', async () => {
    const shipped = createSearch(await shippedFolder());
    const long = `${'Los compromisos de transparencia y justicia, ¿cuántos tuvo el tercer plan de acción en Boyacá? '.repeat(140)}`;
    expect(long.split(' ').length).toBeGreaterThan(2000);
    expect(shipped.ask(long, 'es').candidates.length).toBeGreaterThan(0);
  });
});

describe('assignGoldenQuestions', () => {
  it('gives each question to the passage that holds its expected words and most of its own', async () => {
    const { passages } = await folderOf({
      'a.md':
        '---\ntitle: A\npreguntas:\n  - ¿cuántas sillas hay? → cuarenta\n  - ¿qué mesas hay?\n  - ¿y nada? → ausente\n---\n\n## Uno\n\nHay cuarenta sillas.\n\n## Dos\n\nHay cuarenta mesas.\n',
    });
    const [one, two] = passages;
    const all = assignGoldenQuestions(passages);
    expect(one && all(one)).toEqual(['¿cuántas sillas hay?']);
    expect(two && all(two)).toEqual(['¿qué mesas hay?']);
    const kept = assignGoldenQuestions(passages, (question) => question !== '¿cuántas sillas hay?');
    expect(one && kept(one)).toEqual([]);
  });
});

describe('plansOf', () => {
  it('takes the plans of the headings before those of the document', async () => {
    const { passages } = await folderOf({
      'a.md': '---\ntitle: A\nplan: 3\n---\n\nTexto de aquí.\n\n## El IV Plan\n\nTexto de allá.\n',
    });
    expect(passages.map(plansOf)).toEqual([[3], [4]]);
  });
});
