import { isAbsolute, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Config, type ConfigProblem, parseConfig } from '../src/config.ts';
import type { AdapterDefinition } from '../src/messaging/index.ts';
import { packageRoot } from '../src/package-root.ts';
import { startupTexts } from '../src/texts/startup.ts';

function definition(name: string, settings: z.ZodType, secret?: string): AdapterDefinition {
  return {
    name,
    settings,
    secrets: secret === undefined ? [] : [secret],
    isConfigured: (env) => secret !== undefined && env[secret] !== undefined,
    create: async () => ({ name, run: async () => {} }),
  };
}

const ADAPTERS = [
  definition('console', z.object({})),
  definition(
    'pigeon',
    z.object({
      PIGEON_TOKEN: z.string({ error: 'Falta. Pídala al criador.' }).regex(/^p-/, 'Comienza con p-.'),
      PIGEON_LOFT: z.string(),
    }),
    'PIGEON_TOKEN',
  ),
  definition('bottle', z.object({ BOTTLE_KEY: z.string().transform((key) => key.length) }), 'BOTTLE_KEY'),
];

function configOf(env: Record<string, string>): Config {
  const result = parseConfig(env, ADAPTERS);
  if ('problems' in result) throw new Error(`unexpected problems: ${JSON.stringify(result.problems)}`);
  return result.config;
}

function problemsOf(env: Record<string, string>): readonly ConfigProblem[] {
  const result = parseConfig(env, ADAPTERS);
  return 'problems' in result ? result.problems : [];
}

const namesOf = (config: Config): string[] => config.adapters.map(({ definition: { name } }) => name);

describe('parseConfig', () => {
  it('runs the console on the shipped knowledge when nothing is set', () => {
    const config = configOf({});
    expect(namesOf(config)).toEqual(['console']);
    expect(config.knowledgeDir).toBe(join(packageRoot, 'knowledge'));
    expect(config.http).toEqual({ host: '127.0.0.1', port: 8080, isAsked: false });
    expect(config.siteUrl).toBeUndefined();
  });

  it('limits a person to fifteen messages a minute, unless it is told otherwise', () => {
    expect(configOf({}).limits).toEqual({ perPerson: 15, together: 1_800 });
    expect(configOf({ LIMIT_PER_PERSON: '4', LIMIT_TOTAL: '100000' }).limits).toEqual({
      perPerson: 4,
      together: 100_000,
    });
    for (const value of ['0', '-1', '1.5', 'x', '10000000'])
      expect(problemsOf({ LIMIT_PER_PERSON: value })).toEqual([
        { variable: 'LIMIT_PER_PERSON', message: expect.stringContaining(`«${value}»`) },
      ]);
  });

  it('runs what is configured when ADAPTERS names none', () => {
    expect(namesOf(configOf({ BOTTLE_KEY: 'k', PIGEON_TOKEN: 'p-1', PIGEON_LOFT: 'n' }))).toEqual([
      'pigeon',
      'bottle',
    ]);
    expect(namesOf(configOf({ BOTTLE_KEY: 'k', ADAPTERS: ' , ' }))).toEqual(['bottle']);
  });

  it('runs what ADAPTERS names, once each, whatever else is configured', () => {
    expect(
      namesOf(configOf({ ADAPTERS: ' Console,bottle, console ', BOTTLE_KEY: 'k', PIGEON_TOKEN: 'x' })),
    ).toEqual(['console', 'bottle']);
  });

  it("gives an adapter the output of its own schema and collects every adapter's secrets", () => {
    const config = configOf({ ADAPTERS: 'bottle', BOTTLE_KEY: 'four', PIGEON_TOKEN: ' p-secret ' });
    expect(config.adapters[0]?.settings).toEqual({ BOTTLE_KEY: 4 });
    expect([...config.secrets].sort()).toEqual(['four', 'p-secret']);
  });

  it('takes an empty variable for one that is not set', () => {
    const empty = {
      ADAPTERS: '',
      KNOWLEDGE_DIR: '',
      SITE_URL: '',
      LOG_LEVEL: '',
      HOST: '',
      PORT: '',
      BOTTLE_KEY: '',
    };
    expect(configOf(empty)).toEqual(configOf({}));
  });

  it('reads the common settings', () => {
    const config = configOf({
      KNOWLEDGE_DIR: 'docs',
      SITE_URL: 'https://example.org/aga/',
      LOG_LEVEL: 'debug',
      HOST: '0.0.0.0',
      PORT: '0',
    });
    expect(isAbsolute(config.knowledgeDir)).toBe(true);
    expect(config).toMatchObject({
      siteUrl: 'https://example.org/aga/',
      logLevel: 'debug',
      http: { host: '0.0.0.0', port: 0, isAsked: true },
    });
  });

  it.each([
    ['console', 'warn'],
    ['console,bottle', 'warn'],
    ['bottle', 'info'],
  ])('keeps the log quiet beside a conversation: %s', (names, level) => {
    expect(configOf({ ADAPTERS: names, BOTTLE_KEY: 'k' }).logLevel).toBe(level);
    expect(configOf({ ADAPTERS: names, BOTTLE_KEY: 'k', LOG_LEVEL: 'error' }).logLevel).toBe('error');
  });

  it('reports every problem at once, by variable', () => {
    const problems = problemsOf({
      ADAPTERS: 'console,pigeon,bottle,telex',
      PIGEON_TOKEN: 'secret-value',
      SITE_URL: 'ftp://example.org',
      LOG_LEVEL: 'loud',
      PORT: '70000',
    });
    expect(problems.map(({ variable }) => variable).sort()).toEqual([
      'ADAPTERS',
      'BOTTLE_KEY',
      'LOG_LEVEL',
      'PIGEON_LOFT',
      'PIGEON_TOKEN',
      'PORT',
      'SITE_URL',
    ]);
    expect(JSON.stringify(problems)).not.toContain('secret-value');
  });

  it('keeps nothing for the terminal alone, unless a variable asks for it', () => {
    const days = { questions: 90, tickets: 365 };
    expect(configOf({}).store).toBeUndefined();
    expect(configOf({ BOTTLE_KEY: 'k' }).store).toEqual({ place: { file: resolve('data/aga.db') }, days });
    expect(configOf({ DATABASE_FILE: 'x.db' }).store).toEqual({ place: { file: resolve('x.db') }, days });
  });

  it('prefers PostgreSQL, and shows neither its address nor its password', () => {
    const databaseUrl = 'postgres://aga:s3cr3t@db/aga';
    const config = configOf({
      DATABASE_URL: databaseUrl,
      DATABASE_FILE: 'x.db',
      HASH_KEY: 'h'.repeat(32),
      RETENTION_DAYS_QUESTIONS: '7',
    });
    expect(config.store).toEqual({
      place: { databaseUrl },
      hashKey: 'h'.repeat(32),
      days: { questions: 7, tickets: 365 },
    });
    expect(config.secrets).toEqual(['h'.repeat(32), databaseUrl, 's3cr3t']);
    const problems = problemsOf({ DATABASE_URL: 'mysql://aga:s3cr3t@db', HASH_KEY: 'short' });
    expect(problems.map(({ variable }) => variable)).toEqual(['DATABASE_URL', 'HASH_KEY']);
    expect(JSON.stringify(problems)).not.toMatch(/s3cr3t|short"/);
  });

  it.each(['postgres://aga:a#b@db/aga', 'postgres://aga:s3cr3t@[db/aga', 'postgres://', 'postgres://db uno'])(
    'refuses %j as a database',
    (DATABASE_URL) => {
      expect(problemsOf({ DATABASE_URL })).toEqual([
        { variable: 'DATABASE_URL', message: startupTexts.databaseUrl },
      ]);
    },
  );

  it.each([
    'postgresql://db',
    'postgres://aga:a%23b@db:5432/aga',
    'postgres://aga@/aga?host=/run/postgresql',
  ])('takes %j as a database', (databaseUrl) => {
    expect(configOf({ DATABASE_URL: databaseUrl }).store?.place).toEqual({ databaseUrl });
  });

  it.each(['0', '-1', '1.5', '10000', 'siempre'])('refuses to keep things for %j days', (days) => {
    expect(problemsOf({ RETENTION_DAYS_TICKETS: days }).map(({ variable }) => variable)).toEqual([
      'RETENTION_DAYS_TICKETS',
    ]);
  });

  it('says what is wrong and what to do', () => {
    const messageOf = (env: Record<string, string>): string => problemsOf(env)[0]?.message ?? '';
    expect(messageOf({ ADAPTERS: 'telex' })).toMatch(/«telex».*console, pigeon, bottle/);
    expect(messageOf({ PORT: '8080\r' })).toMatch(/^«8080\\r» /);
    expect(messageOf({ PORT: 'abc' })).toMatch(/«abc».* 0 .*65535.*8080/);
    expect(messageOf({ LOG_LEVEL: 'loud' })).toMatch(/«loud».*debug, info, warn o error/);
    expect(messageOf({ LIMIT_TOTAL: 'x' })).toMatch(/«x».*mensajes por minuto.*1800/);
    expect(messageOf({ RETENTION_DAYS_TICKETS: 'x' })).toMatch(/«x».*días.*9999.*365/);
    expect(problemsOf({ ADAPTERS: 'pigeon', PIGEON_LOFT: 'n' })).toEqual([
      { variable: 'PIGEON_TOKEN', platform: 'pigeon', message: 'Falta. Pídala al criador.' },
    ]);
    expect(problemsOf({ ADAPTERS: 'bottle' })).toEqual([
      { variable: 'BOTTLE_KEY', platform: 'bottle', message: startupTexts.missing },
    ]);
  });

  it('lets none of the words of zod through', () => {
    const strict = definition(
      'strict',
      z
        .object({
          SHORT: z.string().min(9),
          CHOICE: z.enum(['x', 'y']),
          SHAPE: z.string().regex(/^\d+$/),
          ADDRESS: z.url(),
          RULE: z.string().refine(() => false),
          ABSENT: z.preprocess((value) => value, z.string()),
        })
        .strict(),
    );
    const env = { ADAPTERS: 'strict', SHORT: 'x', CHOICE: 'z', SHAPE: 'x', ADDRESS: 'x', RULE: 'x' };
    const result = parseConfig(env, [strict]);
    const problems = 'problems' in result ? result.problems : [];
    expect(Object.fromEntries(problems.map(({ variable, message }) => [variable, message]))).toEqual({
      SHORT: startupTexts.invalid,
      CHOICE: startupTexts.invalid,
      SHAPE: startupTexts.invalid,
      ADDRESS: startupTexts.invalid,
      RULE: startupTexts.invalid,
      ABSENT: startupTexts.missing,
      ADAPTERS: startupTexts.invalid,
    });
  });

  it.each(['-1', '1.5', '65536', '0x10', ' 80', '٣'])('refuses %j as a port', (port) => {
    expect(problemsOf({ PORT: port }).map(({ variable }) => variable)).toEqual(['PORT']);
  });
});
