import { beforeAll, describe, expect, it } from 'vitest';
import { runEvaluation, type Scored } from '../../src/commands/eval-run.ts';
import { parseEvaluation } from '../../src/knowledge/index.ts';
import { folderOf, NOW } from '../support/knowledge-folder.ts';
import { VILLAGE } from '../support/village.ts';

const QUESTIONS = `preguntas:
  - ¿Quién coordinó el III Plan? → Secretaría del Río
  - kien coordino el 3er plan → Secretaría del Río
  - quien coordino el plan tres
  - who coordinated the third plan of the village?
  - ¿Cuántos compromisos tuvo el III Plan? → 99 compromisos
`;
const YAML = `sin_respuesta:
  - pregunta: zurubí xilófono
    razon: dato-ausente
dialogos:
  - turnos:
      - pregunta: ¿Cuántos compromisos tuvo el III Plan?
        archivo: planes/iii.md
        contiene: 26 compromisos
      - pregunta: ¿y el cuarto?
        archivo: planes/iv.md
        contiene: 15
      - pregunta: zurubí xilófono
        declina: true
`;

let scored: Scored[];
beforeAll(async () => {
  const third = (VILLAGE['planes/iii.md'] ?? '').replace('weight: 3\n', `weight: 3\n${QUESTIONS}`);
  const folder = await folderOf({ ...VILLAGE, 'planes/iii.md': third });
  scored = runEvaluation(folder, parseEvaluation(YAML, 'evaluacion.yml').evaluation, NOW);
});
const find = (question: string): Scored | undefined => scored.find((one) => one.question === question);

describe('runEvaluation', () => {
  it('asks every question once, in every register', () => {
    expect(scored.map(({ register }) => register).sort()).toEqual(
      [
        'clara',
        'chat',
        'sin tildes',
        'inglés',
        'clara',
        'sin respuesta',
        'diálogo',
        'diálogo',
        'diálogo',
      ].sort(),
    );
    expect(find('kien coordino el 3er plan')?.register).toBe('chat');
    expect(find('quien coordino el plan tres')?.register).toBe('sin tildes');
  });

  it('scores the source cited and the words shown', () => {
    expect(find('¿Quién coordinó el III Plan?')).toMatchObject({
      gold: ['planes/iii.md'],
      sourceFirst: true,
      sourceInThree: true,
      textPresent: true,
      declined: false,
      wrongButConfident: false,
    });
    expect(find('¿Cuántos compromisos tuvo el III Plan?')).toMatchObject({
      sourceFirst: true,
      textPresent: false,
    });
  });

  it('scores what has no answer, and dialogues in their order', () => {
    const [absent, last] = scored.filter(({ question }) => question === 'zurubí xilófono');
    expect(absent).toMatchObject({ register: 'sin respuesta', declined: true, gold: [] });
    expect(last).toMatchObject({ register: 'diálogo', declined: true, gold: [] });
    expect(find('¿y el cuarto?')).toMatchObject({ sourceFirst: true, textPresent: true });
  });

  it('never lets a question find its own answer', async () => {
    const only =
      '---\ntitle: Piedra\npreguntas:\n  - ¿dónde zurubí xilófono?\n---\n\nLa piedra está en el río.\n';
    const folder = await folderOf({ 'a.md': only, 'b.md': '# Luz\n\nLa luz llega los martes.\n' });
    const [alone] = runEvaluation(folder, { unanswerable: [], dialogues: [] }, NOW);
    expect(alone).toMatchObject({ sourceFirst: false, sourceInThree: false });
  });

  it('takes any file that lists a question for right, and lets no copy of it help', async () => {
    const page = (title: string, text: string, expected: string) =>
      `---\ntitle: ${title}\npreguntas:\n  - ¿dónde zurubí xilófono? → ${expected}\n---\n\n${text}\n`;
    const folder = await folderOf({
      'a.md': page('Piedra', 'La piedra está en el río.', 'el río'),
      'b.md': page('Peces', 'El zurubí del xilófono vive en el lago.', 'el lago'),
    });
    const all = runEvaluation(folder, { unanswerable: [], dialogues: [] }, NOW);
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({
      gold: ['a.md', 'b.md'],
      sourceFirst: true,
      expected: 'el lago',
      textPresent: true,
    });
    const none = await folderOf({
      'a.md': page('Piedra', 'La piedra está en el río.', 'el río'),
      'b.md': page('Peces', 'Los peces viven en el lago.', 'el lago'),
    });
    const [alone] = runEvaluation(none, { unanswerable: [], dialogues: [] }, NOW);
    expect(alone).toMatchObject({ sourceFirst: false, sourceInThree: false });
  });
});
