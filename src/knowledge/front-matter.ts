import matter from 'gray-matter';
import { parse as parseToml, TomlError } from 'smol-toml';
import { problemTexts } from '../texts/problems.ts';
import type { Problem } from './document.ts';
import { error } from './problem.ts';
import { parseYaml } from './yaml-source.ts';

/** The data above a Markdown text, and the text. Lines are those of the file, from 1. */
export interface FrontMatter {
  readonly data: Readonly<Record<string, unknown>>;
  readonly body: string;
  readonly bodyLine: number;
  /** Line of the value under a path of keys and indexes. */
  lineAt(path: readonly (string | number)[]): number;
}

/** Engines that gray-matter would run by itself: refused here too, should a name get past the check of the fence. */
const REFUSED = ['js', 'javascript', 'json', 'coffee', 'coffeescript'];

/** An expected failure of an engine, carried through gray-matter. */
class FrontMatterError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/**
 * Splits YAML (`---`) or TOML (`+++`) front matter from a cleaned text. Code is never run: every other
 * language is refused.
 */
export function readFrontMatter(path: string, text: string): FrontMatter | Problem {
  const plain = { data: {}, body: text, bodyLine: 1, lineAt: () => 1 };
  if (/^\{\s*["}]/.test(text))
    return error('front-matter-language', problemTexts.frontMatterLanguage('JSON'), path, 1);
  const opening = /^(---|\+\+\+)(?!-|\+)[ \t]*([^\n]*)(?:\n|$)/.exec(text);
  if (opening === null) return plain;
  const fence = opening[1] ?? '---';
  const name = (opening[2] ?? '').trim();
  const language = fence === '+++' ? 'toml' : name === '' || name === 'yml' ? 'yaml' : name;
  if ((fence === '+++' && name !== '') || (language !== 'yaml' && language !== 'toml'))
    return error('front-matter-language', problemTexts.frontMatterLanguage(name), path, 1);
  if (!text.includes(`\n${fence}`))
    return error('front-matter-unclosed', problemTexts.unclosedFrontMatter(fence), path, 1);

  let lineAt: FrontMatter['lineAt'] = () => 1;
  const yaml = (source: string): object => {
    const parsed = parseYaml(source);
    const first = parsed.errors[0];
    if (first !== undefined)
      throw new FrontMatterError(error('yaml', problemTexts.badYaml(first.code), path, first.line));
    lineAt = parsed.lineAt;
    return asMap(parsed.toValue() ?? {}, path);
  };
  const toml = (source: string): object => {
    lineAt = (keys) => lineOfKey(source, String(keys[0]));
    return asMap(tomlData(source, path), path);
  };
  const refuse = (): never => {
    throw new FrontMatterError(
      error('front-matter-language', problemTexts.frontMatterLanguage(name), path, 1),
    );
  };
  const engines = Object.fromEntries(REFUSED.map((each) => [each, refuse]));
  try {
    const file = matter(text, { delimiters: fence, language, engines: { ...engines, yaml, toml } });
    const bodyLine = text.slice(0, text.length - file.content.length).split('\n').length;
    return { data: file.data, body: file.content, bodyLine, lineAt };
  } catch (cause) {
    if (cause instanceof FrontMatterError) return cause.problem;
    return error('front-matter-shape', problemTexts.frontMatterShape(), path, 1);
  }
}

function asMap(value: unknown, path: string): object {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new FrontMatterError(error('front-matter-shape', problemTexts.frontMatterShape(), path, 1));
}

function tomlData(source: string, path: string): unknown {
  try {
    return withoutDates(parseToml(source));
  } catch (cause) {
    if (!(cause instanceof TomlError)) throw cause;
    throw new FrontMatterError(error('toml', problemTexts.badToml(), path, cause.line));
  }
}

/** TOML dates as the ISO text that they were written as. */
function withoutDates(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(withoutDates);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutDates(inner)]));
}

function lineOfKey(source: string, key: string): number {
  const index = source.split('\n').findIndex((line) => line.trimStart().startsWith(key));
  return index + 1 || 1;
}
