import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { KnowledgeError } from '../errors.ts';
import { evalTexts } from '../texts/commands.ts';
import type { Scored } from './eval-run.ts';

/** The figures of a run, in percent. */
export interface Figures {
  readonly sourceFirst: number;
  readonly sourceInThree: number;
  readonly textPresent: number;
  readonly declined: number;
  readonly wrongButConfident: number;
  readonly dialogues: number;
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 100 : (100 * part) / whole;
}

/** Wrong but confident is a share of all questions; the others, of the questions they speak of. */
export function figuresOf(scored: readonly Scored[]): Figures {
  const answerable = scored.filter((one) => one.gold.length > 0 && one.register !== 'diálogo');
  const withText = answerable.filter((one) => one.expected !== undefined);
  const unanswerable = scored.filter((one) => one.register === 'sin respuesta');
  const turns = scored.filter((one) => one.register === 'diálogo');
  const count = (all: readonly Scored[], test: (one: Scored) => boolean) => all.filter(test).length;
  return {
    sourceFirst: percent(
      count(answerable, (one) => one.sourceFirst),
      answerable.length,
    ),
    sourceInThree: percent(
      count(answerable, (one) => one.sourceInThree),
      answerable.length,
    ),
    textPresent: percent(
      count(withText, (one) => one.textPresent),
      withText.length,
    ),
    declined: percent(
      count(unanswerable, (one) => one.declined),
      unanswerable.length,
    ),
    wrongButConfident: percent(
      count(scored, (one) => one.wrongButConfident),
      scored.length,
    ),
    dialogues: percent(
      count(turns, (one) => (one.gold.length === 0 ? one.declined : one.sourceFirst)),
      turns.length,
    ),
  };
}

const floorsSchema = z.strictObject({
  fuente_primera: z.number(),
  fuente_entre_tres: z.number(),
  texto_presente: z.number(),
  sin_respuesta_declinadas: z.number(),
  equivocadas_con_confianza: z.number(),
  dialogos: z.number(),
});

const KEYS: Readonly<Record<keyof Figures, keyof z.output<typeof floorsSchema>>> = {
  sourceFirst: 'fuente_primera',
  sourceInThree: 'fuente_entre_tres',
  textPresent: 'texto_presente',
  declined: 'sin_respuesta_declinadas',
  wrongButConfident: 'equivocadas_con_confianza',
  dialogues: 'dialogos',
};

/**
 * The floors of a folder, in percent (a ceiling for `equivocadas_con_confianza`); none without the file. One that is
 * not as it must be is a `KnowledgeError`.
 */
export async function readFloors(path: string): Promise<Partial<Figures>> {
  if (!existsSync(path)) return {};
  const floors = floorsIn(await readFile(path, 'utf8'));
  if (floors === undefined) throw new KnowledgeError(evalTexts.badFloors(path, Object.values(KEYS)));
  return Object.fromEntries(Object.entries(KEYS).map(([figure, key]) => [figure, floors[key]]));
}

function floorsIn(yaml: string): z.output<typeof floorsSchema> | undefined {
  try {
    return floorsSchema.parse(parse(yaml));
  } catch {
    return undefined;
  }
}

/** The figures that are worse than their floor. */
export function underFloors(
  figures: Figures,
  floors: Partial<Figures>,
): { figure: keyof Figures; value: number; floor: number }[] {
  return Object.entries(floors).flatMap(([name, floor]) => {
    const figure = name as keyof Figures;
    const value = figures[figure];
    const bad = figure === 'wrongButConfident' ? value > floor : value < floor;
    return bad ? [{ figure, value, floor }] : [];
  });
}
