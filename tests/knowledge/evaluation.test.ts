import { describe, expect, it } from 'vitest';
import { parseEvaluation } from '../../src/knowledge/evaluation.ts';

const GOOD = `sin_respuesta:
  - pregunta: ¿Quién ganó el mundial?
    razon: Otro tema
dialogos:
  - turnos:
      - pregunta: ¿Qué es el III Plan?
        archivo: planes/tercer-plan.md
        contiene: 26
      - pregunta: ¿Y cuánto costó?
        declina: true
`;
const EXPECTED = {
  unanswerable: [{ question: '¿Quién ganó el mundial?', reason: 'Otro tema', line: 2 }],
  dialogues: [
    {
      line: 5,
      turns: [
        {
          question: '¿Qué es el III Plan?',
          paths: ['planes/tercer-plan.md'],
          contains: '26',
          declines: false,
          line: 6,
        },
        { question: '¿Y cuánto costó?', declines: true, line: 9 },
      ],
    },
  ],
};

describe('parseEvaluation', () => {
  it('reads questions without an answer, and dialogues', () => {
    expect(parseEvaluation(GOOD, 'evaluacion.yml')).toEqual({ evaluation: EXPECTED, problems: [] });
  });

  it.each(['', '# nada'])('reads %j as nothing', (yaml) => {
    expect(parseEvaluation(yaml, 'evaluacion.yml')).toEqual({
      evaluation: { unanswerable: [], dialogues: [] },
      problems: [],
    });
  });

  const extraTurn = (turn: string): string => `${GOOD}  - turnos:\n      - ${turn}\n`;
  const wrong: [name: string, yaml: string, rule: string, line: number][] = [
    ['an unknown key at the top', `${GOOD}otro: 1\n`, 'evaluation', 11],
    ['an unknown key of a dialogue', `${GOOD}  - nombre: x\n    turnos: []\n`, 'evaluation', 11],
    ['a turn without gold', extraTurn('pregunta: ¿Sí?'), 'evaluation', 12],
    ['a turn with words but no file', extraTurn('{ pregunta: ¿Sí?, contiene: x }'), 'evaluation', 12],
    ['a turn that declines not', extraTurn('{ pregunta: ¿Sí?, declina: false }'), 'evaluation', 12],
    [
      'a turn with two golds',
      extraTurn('{ pregunta: ¿Sí?, archivo: a.md, declina: true }'),
      'evaluation',
      12,
    ],
    [
      'a turn whose files are not text',
      extraTurn('{ pregunta: ¿Sí?, archivo: [a.md, []] }'),
      'evaluation',
      12,
    ],
    [
      'a turn whose words are a list',
      extraTurn('{ pregunta: ¿Sí?, archivo: a.md, contiene: [x] }'),
      'evaluation',
      12,
    ],
    ['a turn whose «declina» is a text', extraTurn('{ pregunta: ¿Sí?, declina: "sí" }'), 'evaluation', 12],
    ['a turn without a question', extraTurn('archivo: a.md'), 'evaluation', 12],
    ['a turn that is a text', extraTurn('hola'), 'evaluation', 12],
    ['turns that are no list', `${GOOD}  - turnos: hola\n`, 'evaluation', 11],
    ['a dialogue without turns', `${GOOD}  - {}\n`, 'evaluation', 11],
  ];
  it.each(wrong)('goes on after %s', (_, yaml, rule, line) => {
    const { evaluation, problems } = parseEvaluation(yaml, 'evaluacion.yml');
    expect(evaluation).toEqual(EXPECTED);
    expect(problems.map((each) => [each.rule, each.line])).toEqual([[rule, line]]);
  });

  it('leaves a dialogue out whole, so that no turn changes its meaning', () => {
    const yaml =
      'dialogos:\n  - turnos:\n      - pregunta: ¿Uno?\n      - { pregunta: ¿Dos?, archivo: a.md }\n';
    expect(parseEvaluation(yaml, 'e.yml').evaluation.dialogues).toEqual([]);
  });

  it('goes on after a question without a reason or of another type', () => {
    const yaml =
      'sin_respuesta:\n  - pregunta: ¿Uno?\n  - { pregunta: [x], razon: y }\n  - { pregunta: ¿Dos?, razon: z, peso: 1 }\n';
    const { evaluation, problems } = parseEvaluation(yaml, 'e.yml');
    expect(evaluation.unanswerable.map(({ question }) => question)).toEqual(['¿Dos?']);
    expect(problems.map(({ line }) => line)).toEqual([2, 3, 4]);
  });

  it.each([
    ['- a', 'evaluation', 1],
    ['sin_respuesta: x', 'evaluation', 1],
    ['sin_respuesta:\n  - "x', 'yaml', 2],
  ])('says what is wrong with %j', (yaml, rule, line) => {
    expect(parseEvaluation(yaml, 'e.yml').problems).toMatchObject([{ rule, line, path: 'e.yml' }]);
  });
});
