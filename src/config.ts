import { resolve } from 'node:path';
import { z } from 'zod';
import type { Environment } from './environment.ts';
import type { LogLevel } from './logger.ts';
import type { AdapterDefinition } from './messaging/index.ts';
import { shippedKnowledge } from './open-knowledge.ts';
import type { RetentionDays, StorePlace } from './store/index.ts';
import { startupTexts } from './texts/startup.ts';

/** An adapter that runs, with its settings as its own schema gave them. */
interface ChosenAdapter {
  readonly definition: AdapterDefinition;
  readonly settings: unknown;
}

/** All that the process is told from outside. */
export interface Config {
  readonly adapters: readonly ChosenAdapter[];
  /** Absolute path. */
  readonly knowledgeDir: string;
  /** Where the documents are published, for their links. */
  readonly siteUrl?: string;
  readonly logLevel: LogLevel;
  /** `isAsked` when `PORT` is set, so that the listener opens even if no adapter needs it. Port 0 is any free one. */
  readonly http: { readonly host: string; readonly port: number; readonly isAsked: boolean };
  /** Messages a minute that are answered: of one person, and of all in this process. */
  readonly limits: { readonly perPerson: number; readonly together: number };
  /** What outlives the process; nothing when only the terminal runs and no variable asks for it. */
  readonly store?: StoreSettings;
  /** Values that no log may show. */
  readonly secrets: readonly string[];
}

/** Where things are kept, and for how long. Without `hashKey` the store makes its own. */
export interface StoreSettings {
  readonly place: StorePlace;
  readonly hashKey?: string;
  readonly days: RetentionDays;
}

/** One thing wrong in the environment. `message` says what is wrong and what to do. */
export interface ConfigProblem {
  readonly variable: string;
  /** The platform that the variable is for, unless it is for all. */
  readonly platform?: string;
  readonly message: string;
}

const DEFAULT_PORT = 8080;
const DEFAULT_FILE = 'data/aga.db';

/** A Telegram bot may send about 30 messages a second (https://core.telegram.org/bots/faq#broadcasting-to-users). */
const DEFAULT_LIMITS = { perPerson: 15, together: 1_800 };

const common = z.object({
  ADAPTERS: z.string().optional(),
  KNOWLEDGE_DIR: z.string().optional(),
  SITE_URL: z
    .url({
      protocol: /^https?$/,
      error: says(startupTexts.siteUrl),
    })
    .optional(),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error'], {
      error: says(startupTexts.logLevel),
    })
    .optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z
    .string()
    .refine((value) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535, {
      error: says((value) => startupTexts.port(value, DEFAULT_PORT)),
    })
    .transform(Number)
    .optional(),
  LIMIT_PER_PERSON: whole(DEFAULT_LIMITS.perPerson, 9_999_999, startupTexts.messagesAMinute),
  LIMIT_TOTAL: whole(DEFAULT_LIMITS.together, 9_999_999, startupTexts.messagesAMinute),
  DATABASE_URL: z.string().refine(isPostgresAddress, { error: startupTexts.databaseUrl }).optional(),
  DATABASE_FILE: z.string().optional(),
  HASH_KEY: z.string().min(32, { error: startupTexts.hashKey }).optional(),
  RETENTION_DAYS_QUESTIONS: whole(90, 9_999, startupTexts.days),
  RETENTION_DAYS_TICKETS: whole(365, 9_999, startupTexts.days),
});

/**
 * Reads the settings of the process and of each adapter that runs: those named in `ADAPTERS`, else those that
 * are configured, else the console. All problems come at once; none shows the value of an adapter's variable.
 */
export function parseConfig(
  environment: Environment,
  adapters: readonly AdapterDefinition[],
): { readonly config: Config } | { readonly problems: readonly ConfigProblem[] } {
  const env = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const settings = common.safeParse(env);
  const problems: ConfigProblem[] = settings.success ? [] : settings.error.issues.map(commonProblem);

  const { chosen, unknown } = chooseAdapters(env, adapters);
  const names = adapters.map((adapter) => adapter.name);
  for (const name of unknown) {
    problems.push({ variable: 'ADAPTERS', message: startupTexts.unknownPlatform(name, names) });
  }
  const running: ChosenAdapter[] = [];
  for (const definition of chosen) {
    const own = definition.settings.safeParse(env, { error: inOurWords });
    if (own.success) running.push({ definition, settings: own.data });
    else problems.push(...own.error.issues.map((issue) => adapterProblem(issue, definition.name)));
  }
  if (!settings.success || problems.length > 0) return { problems };

  const { KNOWLEDGE_DIR, SITE_URL, LOG_LEVEL, HOST, PORT, LIMIT_PER_PERSON, LIMIT_TOTAL } = settings.data;
  const secrets = [
    ...adapters.flatMap((adapter) => adapter.secrets.map((variable) => env[variable]?.trim())),
    settings.data.HASH_KEY,
    settings.data.DATABASE_URL,
    /:\/\/[^:@/]*:([^@/]+)@/.exec(settings.data.DATABASE_URL ?? '')?.[1],
  ];
  const store = storeSettings(settings.data, running);
  const talksHere = running.some(({ definition }) => definition.name === 'console');
  return {
    config: {
      adapters: running,
      knowledgeDir: KNOWLEDGE_DIR === undefined ? shippedKnowledge : resolve(KNOWLEDGE_DIR),
      ...(SITE_URL === undefined ? {} : { siteUrl: SITE_URL }),
      logLevel: LOG_LEVEL ?? (talksHere ? 'warn' : 'info'),
      http: { host: HOST, port: PORT ?? DEFAULT_PORT, isAsked: PORT !== undefined },
      limits: { perPerson: LIMIT_PER_PERSON, together: LIMIT_TOTAL },
      ...(store === undefined ? {} : { store }),
      secrets: secrets.filter((value) => value !== undefined),
    },
  };
}

/** The terminal alone keeps nothing, so that trying the assistant leaves no file behind. */
function storeSettings(
  {
    DATABASE_URL,
    DATABASE_FILE,
    HASH_KEY,
    RETENTION_DAYS_QUESTIONS: questions,
    RETENTION_DAYS_TICKETS: tickets,
  }: z.output<typeof common>,
  running: readonly ChosenAdapter[],
): StoreSettings | undefined {
  const isAsked = DATABASE_URL !== undefined || DATABASE_FILE !== undefined;
  if (!isAsked && running.every(({ definition }) => definition.name === 'console')) return undefined;
  return {
    place: storePlace({ DATABASE_URL, DATABASE_FILE }),
    ...(HASH_KEY === undefined ? {} : { hashKey: HASH_KEY }),
    days: { questions, tickets },
  };
}

/** Where the variables put the store: PostgreSQL, or else a file. */
export function storePlace({ DATABASE_URL: databaseUrl, DATABASE_FILE: file }: Environment): StorePlace {
  return databaseUrl ? { databaseUrl } : { file: resolve(file || DEFAULT_FILE) };
}

function chooseAdapters(
  env: Environment,
  adapters: readonly AdapterDefinition[],
): { chosen: readonly AdapterDefinition[]; unknown: readonly string[] } {
  const listed = (env.ADAPTERS ?? '').split(',').map((name) => name.trim().toLowerCase());
  const names = new Set(listed.filter((name) => name !== ''));
  if (names.size > 0) {
    return {
      chosen: adapters.filter((adapter) => names.has(adapter.name)),
      unknown: [...names].filter((name) => !adapters.some((adapter) => adapter.name === name)),
    };
  }
  const configured = adapters.filter((adapter) => adapter.isConfigured(env));
  const fallback = adapters.filter((adapter) => adapter.name === 'console');
  return { chosen: configured.length > 0 ? configured : fallback, unknown: [] };
}

function commonProblem(issue: z.core.$ZodIssue): ConfigProblem {
  return { variable: String(issue.path[0]), message: issue.message };
}

/** Replaces zod's own words, which tell of types and say nothing about a variable; a schema's words stay. */
function inOurWords({ input }: { readonly input?: unknown }): string {
  return input === undefined ? startupTexts.missing : startupTexts.invalid;
}

function adapterProblem(issue: z.core.$ZodIssue, adapter: string): ConfigProblem {
  return {
    variable: String(issue.path[0] ?? 'ADAPTERS'),
    platform: adapter,
    message: issue.message,
  };
}

/** A whole number from 1 to `most`, `usual` when nothing is set; `problem` tells of one that is not. */
function whole(usual: number, most: number, problem: (value: string, most: number, usual: number) => string) {
  return z
    .string()
    .refine((value) => /^[1-9]\d{0,9}$/.test(value) && Number(value) <= most, {
      error: says((value) => problem(value, most, usual)),
    })
    .transform(Number)
    .default(usual);
}

/** PostgreSQL also takes an address without a host, for a socket of this machine; `URL` does not. */
function isPostgresAddress(value: string): boolean {
  return /^postgres(?:ql)?:\/\/\S+$/.test(value) && URL.canParse(value.replace('@/', '@localhost/'));
}

/** Shows the value with its line ends and other control characters as written in JSON. */
function says(message: (value: string) => string): (issue: { readonly input?: unknown }) => string {
  return (issue) => message(JSON.stringify(issue.input).slice(1, -1));
}
