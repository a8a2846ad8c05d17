import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { adapters } from '../../adapters/registry.ts';
import { parseConfig } from '../../src/config.ts';
import { packageRoot } from '../../src/package-root.ts';

const COMMON = [
  'ADAPTERS',
  'HOST',
  'KNOWLEDGE_DIR',
  'LOG_LEVEL',
  'PORT',
  'SITE_URL',
  'LIMIT_PER_PERSON',
  'LIMIT_TOTAL',
  'POSTGRES_PASSWORD',
];

const variablesOf = (settings: z.ZodType): string[] =>
  settings instanceof z.ZodObject ? Object.keys(settings.shape) : [];

describe('the registry', () => {
  it('has each platform once, with its name in lower case', () => {
    const names = adapters.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z]+$/.test(name))).toEqual([]);
  });

  it('runs the console alone when nothing is configured', () => {
    const result = parseConfig({}, adapters);
    expect('config' in result && result.config.adapters.map(({ definition }) => definition.name)).toEqual([
      'console',
    ]);
  });

  it.each(adapters.map((adapter) => [adapter.name, adapter] as const))(
    'knows every variable of %s, and its secrets among them',
    (_name, { settings, secrets }) => {
      expect(variablesOf(settings)).not.toEqual([]);
      expect(variablesOf(settings)).toEqual(expect.arrayContaining([...secrets]));
    },
  );
});

describe('.env.example', () => {
  const example = readFileSync(join(packageRoot, '.env.example'), 'utf8');
  const names = [...example.matchAll(/^# ?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name);

  it('explains every variable, once', () => {
    const all = [...COMMON, ...adapters.flatMap(({ settings }) => variablesOf(settings))];
    expect([...names].sort()).toEqual(all.sort());
  });

  it('sets nothing until a line is uncommented', () => {
    expect(parseEnv(example)).toEqual({});
  });
});
