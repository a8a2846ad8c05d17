import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Figures, figuresOf, readFloors, underFloors } from '../../src/commands/eval-figures.ts';
import type { Scored } from '../../src/commands/eval-run.ts';
import { temporaryFolder } from '../support/assistant-process.ts';

const temporary = temporaryFolder();
afterAll(() => temporary.remove());

function scored(one: Partial<Scored>): Scored {
  return {
    question: '¿?',
    register: 'clara',
    gold: ['a.md'],
    expected: undefined,
    result: {
      intent: 'ask',
      status: 'answered',
      confidence: 1,
      milliseconds: 1,
      reply: { language: 'es', blocks: [], sources: [], suggestions: [] },
    },
    sourceFirst: false,
    sourceInThree: false,
    textPresent: false,
    declined: false,
    wrongButConfident: false,
    ...one,
  };
}
const unanswerable = (one: Partial<Scored>): Scored =>
  scored({ register: 'sin respuesta', gold: [], ...one });
const turn = (one: Partial<Scored>): Scored => scored({ register: 'diálogo', ...one });

const PERFECT: Figures = {
  sourceFirst: 100,
  sourceInThree: 100,
  textPresent: 100,
  declined: 100,
  wrongButConfident: 0,
  dialogues: 100,
};

describe('figuresOf', () => {
  it('counts each share over the questions that it speaks of', () => {
    const figures = figuresOf([
      scored({ sourceFirst: true, sourceInThree: true, expected: 'x', textPresent: true }),
      scored({ sourceInThree: true, expected: 'x' }),
      scored({ sourceInThree: true }),
      scored({ wrongButConfident: true }),
      unanswerable({ declined: true }),
      unanswerable({ declined: true }),
      unanswerable({ wrongButConfident: true }),
      turn({ sourceFirst: true }),
      turn({}),
      turn({ gold: [], declined: true }),
    ]);
    expect(figures).toEqual({
      sourceFirst: 25,
      sourceInThree: 75,
      textPresent: 50,
      declined: (100 * 2) / 3,
      wrongButConfident: 20,
      dialogues: (100 * 2) / 3,
    });
  });

  it('finds nothing wrong where nothing was asked', () => {
    expect(figuresOf([])).toEqual({ ...PERFECT, wrongButConfident: 100 });
  });
});

describe('underFloors', () => {
  it('compares with floors, and with a ceiling for what is wrong but confident', () => {
    const figures = { ...PERFECT, sourceFirst: 80, wrongButConfident: 4 };
    expect(underFloors(figures, {})).toEqual([]);
    expect(underFloors(figures, { sourceFirst: 80, wrongButConfident: 4 })).toEqual([]);
    expect(underFloors(figures, { sourceFirst: 80.1, wrongButConfident: 3.9, declined: 100 })).toEqual([
      { figure: 'sourceFirst', value: 80, floor: 80.1 },
      { figure: 'wrongButConfident', value: 4, floor: 3.9 },
    ]);
  });
});

describe('readFloors', () => {
  const floors = async (yaml: string): Promise<Partial<Figures>> => {
    const path = join(temporary.path, 'pisos.yml');
    writeFileSync(path, yaml);
    return readFloors(path);
  };
  const YAML = `fuente_primera: 70
fuente_entre_tres: 90
texto_presente: 65
sin_respuesta_declinadas: 85
equivocadas_con_confianza: 8
dialogos: 80
`;

  it('reads every floor by its Spanish name', async () => {
    expect(await floors(YAML)).toEqual({
      sourceFirst: 70,
      sourceInThree: 90,
      textPresent: 65,
      declined: 85,
      wrongButConfident: 8,
      dialogues: 80,
    });
  });

  it('asks for nothing without a file, and refuses one that is misspelt', async () => {
    expect(await readFloors(join(temporary.path, 'none.yml'))).toEqual({});
    for (const yaml of [YAML.replace('dialogos', 'dialogo'), YAML.replace('70', 'mucho'), '[', ''])
      await expect(floors(yaml)).rejects.toThrow(/pisos\.yml: No se entiende .*fuente_primera.*dialogos\.$/);
  });
});
