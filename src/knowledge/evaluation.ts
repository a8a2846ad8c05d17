import { isMap, isScalar, isSeq } from 'yaml';
import { problemTexts, typeNames } from '../texts/problems.ts';
import { cleanText, oneLine } from './clean.ts';
import type { Problem } from './document.ts';
import { error, shown, warning } from './problem.ts';
import { parseYaml, type YamlSource } from './yaml-source.ts';

/** A question that the folder does not answer, and why not. */
export interface UnanswerableQuestion {
  readonly question: string;
  readonly reason: string;
  readonly line: number;
}

/** One question of a dialogue: which file answers it, or that nothing does. */
export type DialogueTurn = { readonly question: string; readonly line: number } & (
  | { readonly declines: true }
  | {
      readonly declines: false;
      /** Paths of the files that answer, relative to the folder; at least one. */
      readonly paths: readonly string[];
      /** Words that the answer holds. */
      readonly contains?: string;
    }
);

/** Questions asked one after another, each in the light of those before it. */
export interface Dialogue {
  readonly turns: readonly DialogueTurn[];
  readonly line: number;
}

/** What a folder is measured with, besides the questions of its documents. */
export interface Evaluation {
  readonly unanswerable: readonly UnanswerableQuestion[];
  readonly dialogues: readonly Dialogue[];
}

/** An evaluation, read: what can be used and what is wrong with the rest. */
export interface EvaluationReading {
  readonly evaluation: Evaluation;
  readonly problems: readonly Problem[];
}

/** Values of a YAML map by key. */
type Fields = ReadonlyMap<string, unknown>;

interface Reader {
  readonly source: YamlSource;
  warn(rule: string, text: ReturnType<(typeof problemTexts)['evaluationShape']>, node: unknown): void;
}

/**
 * Reads an evaluation. What is wrong is a problem with its line and the rest goes on; a dialogue with a wrong
 * turn is left out whole, because the turns after it would mean something else.
 */
export function parseEvaluation(yamlText: string, path: string): EvaluationReading {
  const source = parseYaml(cleanText(yamlText));
  const problems: Problem[] = source.errors.map((each) =>
    error('yaml', problemTexts.badYaml(each.code), path, each.line),
  );
  const none = { unanswerable: [], dialogues: [] };
  const isEmpty = source.contents === null || (isScalar(source.contents) && source.contents.value === null);
  if (problems.length > 0 || isEmpty) return { evaluation: none, problems };
  const reader: Reader = {
    source,
    warn: (rule, text, node) => problems.push(warning(rule, text, path, source.lineOf(node))),
  };
  const top = readFields(reader, source.contents, ['sin_respuesta', 'dialogos']);
  if (top === undefined) return { evaluation: none, problems };
  const unanswerable = readList(reader, 'sin_respuesta', top).flatMap((node) =>
    readUnanswerable(reader, node),
  );
  const dialogues = readList(reader, 'dialogos', top).flatMap((node) => readDialogue(reader, node));
  return { evaluation: { unanswerable, dialogues }, problems };
}

function readUnanswerable(reader: Reader, node: unknown): UnanswerableQuestion[] {
  const fields = readFields(reader, node, ['pregunta', 'razon']);
  if (fields === undefined) return [];
  const question = readText(reader, 'pregunta', fields, node);
  const reason = readText(reader, 'razon', fields, node);
  if (question === undefined || reason === undefined) return [];
  return [{ question, reason, line: reader.source.lineOf(node) }];
}

function readDialogue(reader: Reader, node: unknown): Dialogue[] {
  const fields = readFields(reader, node, ['turnos']);
  if (fields === undefined) return [];
  const nodes = readList(reader, 'turnos', fields);
  const turns = nodes.flatMap((turn) => readTurn(reader, turn));
  if (!fields.has('turnos')) reader.warn('evaluation', problemTexts.missingKey('turnos'), node);
  if (turns.length === 0 || turns.length < nodes.length) return [];
  return [{ turns, line: reader.source.lineOf(node) }];
}

function readTurn(reader: Reader, node: unknown): DialogueTurn[] {
  const fields = readFields(reader, node, ['pregunta', 'archivo', 'contiene', 'declina']);
  if (fields === undefined) return [];
  const question = readText(reader, 'pregunta', fields, node);
  const paths = readPaths(reader, fields, node);
  const contains = fields.has('contiene') ? readText(reader, 'contiene', fields, node) : undefined;
  const declined = fields.get('declina');
  const declines = isScalar(declined) && declined.value === true;
  const isTruth = !fields.has('declina') || (isScalar(declined) && typeof declined.value === 'boolean');
  if (!isTruth) reader.warn('evaluation', problemTexts.wrongType('declina', typeNames.truth), declined);
  if (question === undefined || !isTruth) return [];
  const line = reader.source.lineOf(node);
  if (declines && (fields.has('archivo') || fields.has('contiene'))) {
    reader.warn('evaluation', problemTexts.turnWithTwoGolds(), node);
    return [];
  }
  if (declines) return [{ question, line, declines }];
  if (paths.length === 0) {
    if (!fields.has('archivo')) reader.warn('evaluation', problemTexts.turnWithoutGold(), node);
    return [];
  }
  if (contains === undefined && fields.has('contiene')) return [];
  return [{ question, line, declines: false, paths, ...(contains === undefined ? {} : { contains }) }];
}

/** One path, or a list of them. */
function readPaths(reader: Reader, fields: Fields, node: unknown): string[] {
  const value = fields.get('archivo');
  if (!isSeq(value)) {
    const path = fields.has('archivo') ? readText(reader, 'archivo', fields, node) : undefined;
    return path === undefined ? [] : [path];
  }
  const paths = value.items.flatMap(
    (item) => readText(reader, 'archivo', new Map([['archivo', item]]), node) ?? [],
  );
  return paths.length < value.items.length ? [] : paths;
}

/** The values of a map; a key outside `known` is a problem and is left out. */
function readFields(reader: Reader, node: unknown, known: readonly string[]): Fields | undefined {
  if (!isMap(node)) {
    reader.warn('evaluation', problemTexts.evaluationShape(), node);
    return undefined;
  }
  const fields = new Map<string, unknown>();
  for (const pair of node.items) {
    const key = isScalar(pair.key) ? String(pair.key.value) : '…';
    if (known.includes(key)) fields.set(key, pair.value);
    else reader.warn('evaluation', problemTexts.unknownKey(shown(key), known), pair.key);
  }
  return fields;
}

function readList(reader: Reader, key: string, fields: Fields): readonly unknown[] {
  const node = fields.get(key);
  if (isSeq(node)) return node.items;
  if (fields.has(key)) reader.warn('evaluation', problemTexts.wrongType(key, typeNames.list), node);
  return [];
}

/** A text; a number is read as written. */
function readText(reader: Reader, key: string, fields: Fields, parent: unknown): string | undefined {
  const node = fields.get(key);
  const value = isScalar(node) ? node.value : undefined;
  const text = typeof value === 'string' ? oneLine(value) : typeof value === 'number' ? String(value) : '';
  if (text !== '') return text;
  reader.warn('evaluation', problemTexts.missingKey(key), fields.has(key) ? node : parent);
  return undefined;
}
