import { fold } from '../language/index.ts';
import { problemTexts, typeNames } from '../texts/problems.ts';
import { oneLine } from './clean.ts';
import { isoDay } from './dates.ts';
import type { Problem } from './document.ts';
import type { FrontMatter } from './front-matter.ts';
import { shown, warning } from './problem.ts';

/** A key of the front matter as it is written there, with its value. */
export interface Field {
  readonly key: string;
  readonly value: unknown;
}

/**
 * Reads the keys of one front matter by type. A key is found under any of its names, whatever its case and
 * accents. A value of another type becomes a warning in `problems`, and what can be made of it is kept.
 */
export interface Fields {
  readonly problems: readonly Problem[];
  field(...names: string[]): Field | undefined;
  text(...names: string[]): string | undefined;
  texts(...names: string[]): readonly string[];
  number(...names: string[]): number | undefined;
  truth(...names: string[]): boolean;
  day(...names: string[]): string | undefined;
  /** Adds a warning about the value under a path of keys and indexes. */
  warn(rule: string, text: Parameters<typeof warning>[1], at: readonly (string | number)[]): void;
  /** The keys that nobody has asked for. */
  rest(): Readonly<Record<string, unknown>>;
}

/** Opens a front matter for reading by type. */
export function openFields(front: FrontMatter, path: string): Fields {
  const problems: Problem[] = [];
  const known = new Set<string>();
  const keys = new Map<string, string>();
  for (const key of Object.keys(front.data)) keys.set(fold(key), key);

  const warn: Fields['warn'] = (rule, text, at) => {
    problems.push(warning(rule, text, path, front.lineAt(at)));
  };
  const wrongType = (key: string, expected: string, at: readonly (string | number)[] = [key]): void =>
    warn('field-type', problemTexts.wrongType(key, expected), at);

  const field: Fields['field'] = (...names) => {
    for (const name of names) known.add(name);
    for (const name of names) {
      const key = keys.get(name);
      const value = key === undefined ? undefined : front.data[key];
      if (key !== undefined && value !== null && value !== undefined && value !== '') return { key, value };
    }
    return undefined;
  };
  const plainText = (key: string, value: unknown, at: readonly (string | number)[]): string | undefined => {
    if (typeof value !== 'string') wrongType(key, typeNames.text, at);
    const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    return (isPlain ? oneLine(String(value)) : '') || undefined;
  };

  return {
    problems,
    field,
    warn,
    text: (...names) => {
      const found = field(...names);
      return found && plainText(found.key, found.value, [found.key]);
    },
    texts: (...names) => {
      const found = field(...names);
      if (found === undefined) return [];
      const { key, value } = found;
      const entries: unknown[] = Array.isArray(value) ? value : [value];
      return entries.flatMap((each, index) => plainText(key, nameOf(each), [key, index]) ?? []);
    },
    number: (...names) => {
      const found = field(...names);
      if (found === undefined) return undefined;
      const value = typeof found.value === 'string' ? Number(found.value.trim()) : found.value;
      if (typeof value === 'number' && Number.isFinite(value)) return value;
      wrongType(found.key, typeNames.number);
      return undefined;
    },
    truth: (...names) => {
      const found = field(...names);
      if (found === undefined || typeof found.value === 'boolean') return found?.value === true;
      wrongType(found.key, typeNames.truth);
      return /^(?:true|yes|si|s|y|on|1)$/.test(fold(shown(found.value)));
    },
    day: (...names) => {
      const found = field(...names);
      if (found === undefined) return undefined;
      const day = typeof found.value === 'string' ? isoDay(found.value) : undefined;
      if (day === undefined) warn('date', problemTexts.badDate(found.key, shown(found.value)), [found.key]);
      return day;
    },
    rest: () => Object.fromEntries(Object.entries(front.data).filter(([key]) => !known.has(fold(key)))),
  };
}

/** The name of a person or thing written as a map (`{ name: … }`), else the value itself. */
function nameOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const map = value as Readonly<Record<string, unknown>>;
  return map.name ?? map.nombre ?? value;
}
