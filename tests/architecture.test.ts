import { describe, expect, it } from 'vitest';
import { codeOf, cyclesIn, importsOf, type SourceFile, sourceFiles } from './support/source-files.ts';

/** What each room may import besides itself. A room is a folder of `src`, an adapter's folder, or one file. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  'src/errors.ts': [],
  'src/package-root.ts': [],
  'src/bogota-day.ts': [],
  'src/language': [],
  'src/texts': ['src/language'],
  'src/messaging': ['src/language', 'src/texts'],
  'src/knowledge': ['src/errors.ts', 'src/language', 'src/texts'],
  'src/search': ['src/knowledge', 'src/language'],
  'src/check': ['src/knowledge', 'src/language', 'src/search', 'src/texts'],
  'src/intents': ['src/knowledge', 'src/language', 'src/messaging', 'src/search', 'src/texts'],
  'src/team': [
    'src/bogota-day.ts',
    'src/knowledge',
    'src/language',
    'src/messaging',
    'src/store',
    'src/texts',
  ],
  'src/records': ['src/assistant.ts', 'src/intents', 'src/messaging', 'src/store', 'src/team', 'src/texts'],
  'src/delivery': ['src/messaging', 'src/store'],
  'src/report': ['src/bogota-day.ts', 'src/messaging', 'src/store', 'src/texts'],
  'src/memories.ts': ['src/intents'],
  'src/assistant.ts': [
    'src/intents',
    'src/knowledge',
    'src/language',
    'src/memories.ts',
    'src/messaging',
    'src/search',
    'src/texts',
  ],
  'src/open-knowledge.ts': ['src/bogota-day.ts', 'src/knowledge', 'src/package-root.ts'],
  'src/environment.ts': ['src/errors.ts', 'src/texts'],
  'src/logger.ts': ['src/messaging'],
  'src/config.ts': [
    'src/environment.ts',
    'src/logger.ts',
    'src/messaging',
    'src/open-knowledge.ts',
    'src/store',
    'src/texts',
  ],
  'src/backroom.ts': [
    'src/bogota-day.ts',
    'src/delivery',
    'src/knowledge',
    'src/messaging',
    'src/records',
    'src/report',
    'src/store',
    'src/team',
  ],
  'src/keep-store.ts': ['src/config.ts', 'src/messaging', 'src/store', 'src/texts'],
  'src/handle.ts': ['src/assistant.ts', 'src/messaging', 'src/operations', 'src/protection', 'src/records'],
  'src/version.ts': ['src/package-root.ts'],
  'src/operations': ['src/messaging'],
  'src/protection': ['src/language', 'src/messaging', 'src/operations', 'src/texts'],
  'src/inbox.ts': ['src/messaging'],
  'src/store': ['src/inbox.ts', 'src/language', 'src/messaging'],
  'src/http.ts': ['src/errors.ts', 'src/messaging', 'src/texts'],
  'src/run-adapters.ts': ['src/messaging'],
  'src/commands': [
    'adapters/registry.ts',
    'src/assistant.ts',
    'src/bogota-day.ts',
    'src/check',
    'src/config.ts',
    'src/environment.ts',
    'src/errors.ts',
    'src/knowledge',
    'src/language',
    'src/messaging',
    'src/open-knowledge.ts',
    'src/report',
    'src/search',
    'src/store',
    'src/texts',
  ],
  'src/index.ts': ['src/assistant.ts', 'src/knowledge', 'src/messaging', 'src/open-knowledge.ts'],
  'src/main.ts': [
    'adapters/registry.ts',
    'src/assistant.ts',
    'src/config.ts',
    'src/environment.ts',
    'src/errors.ts',
    'src/backroom.ts',
    'src/handle.ts',
    'src/http.ts',
    'src/keep-store.ts',
    'src/inbox.ts',
    'src/knowledge',
    'src/logger.ts',
    'src/messaging',
    'src/open-knowledge.ts',
    'src/operations',
    'src/protection',
    'src/run-adapters.ts',
    'src/texts',
    'src/version.ts',
  ],
  'adapters/registry.ts': [
    'adapters/console',
    'adapters/slack',
    'adapters/telegram',
    'adapters/web',
    'src/messaging',
  ],
  'adapters/console': ['src/messaging'],
  'adapters/slack': ['src/messaging', 'src/texts'],
  'adapters/telegram': ['src/messaging', 'src/texts'],
  'adapters/web': ['src/messaging', 'src/package-root.ts', 'src/texts'],
};

/** The rooms that a package may be used in; a package that is not listed may be used nowhere. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  '@grammyjs/auto-retry': ['adapters/telegram'],
  '@grammyjs/runner': ['adapters/telegram'],
  '@orama/stemmers': ['src/language'],
  '@slack/bolt': ['adapters/slack'],
  'github-slugger': ['src/knowledge'],
  'colombian-holidays': ['src/team'],
  grammy: ['adapters/telegram'],
  'gray-matter': ['src/knowledge'],
  mdast: ['src/knowledge'],
  'mdast-util-from-markdown': ['src/knowledge'],
  'mdast-util-gfm': ['src/knowledge'],
  'micromark-extension-gfm': ['src/knowledge'],
  kysely: ['src/store'],
  libsql: ['src/store'],
  minisearch: ['src/search'],
  pg: ['src/store'],
  'smol-toml': ['src/knowledge'],
  yaml: ['src/commands', 'src/knowledge'],
  zod: [
    'src/commands',
    'src/config.ts',
    'src/messaging',
    'adapters/console',
    'adapters/slack',
    'adapters/telegram',
    'adapters/web',
  ],
};

/** Rooms that know nothing of the machine, the clock or chance: what they need comes in as values. */
const PURE_ROOMS = ['src/check', 'src/language', 'src/texts', 'src/search', 'src/intents', 'src/protection'];
const IMPURE =
  /\bprocess\.|\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bperformance\.|\bcrypto\b|\bglobalThis\b|\bfetch\(|\bset(?:Timeout|Interval)\(/;

/** The files of the knowledge room that read files. */
const KNOWLEDGE_READERS = [
  'src/knowledge/list-folder.ts',
  'src/knowledge/loader.ts',
  'src/knowledge/watch.ts',
];

const LONGEST_FILE = 250;

function roomOf(path: string): string {
  const [top = '', second = ''] = path.split('/');
  return `${top}/${second}`;
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Every import of a file that its room may not have. */
function forbiddenImports(file: SourceFile): string[] {
  const room = roomOf(file.path);
  const allowed = ROOMS[room];
  if (allowed === undefined) return [`${file.path}: the room ${room} has no rule`];
  const isForbidden = (target: string, isOurs: boolean): boolean => {
    if (!isOurs && target.startsWith('node:')) {
      if (PURE_ROOMS.includes(room)) return true;
      return (
        room === 'src/knowledge' && target.startsWith('node:fs') && !KNOWLEDGE_READERS.includes(file.path)
      );
    }
    if (!isOurs) return PACKAGES[packageOf(target)]?.includes(room) !== true;
    if (roomOf(target) === room) return false;
    if (room.startsWith('adapters/') && roomOf(target) === 'src/messaging')
      return !target.endsWith('/index.ts');
    if (room.startsWith('adapters/') && roomOf(target) === 'src/texts')
      return target !== `src/texts/${room}.ts`;
    return !allowed.includes(roomOf(target));
  };
  return importsOf(file)
    .filter(({ target, isOurs }) => isForbidden(target, isOurs))
    .map(({ target }) => `${file.path} imports ${target}`);
}

/** Every entry of the tables above that no import needs. */
function unusedPermissions(all: readonly SourceFile[]): string[] {
  const made = new Set(
    all.flatMap((file) =>
      importsOf(file).map(
        ({ target, isOurs }) => `${roomOf(file.path)} > ${isOurs ? roomOf(target) : packageOf(target)}`,
      ),
    ),
  );
  const allowed = [
    ...Object.entries(ROOMS).flatMap(([room, targets]) => targets.map((target) => `${room} > ${target}`)),
    ...Object.entries(PACKAGES).flatMap(([name, rooms]) => rooms.map((room) => `${room} > ${name}`)),
  ];
  return allowed.filter((permission) => !made.has(permission));
}

function impurities(file: SourceFile): string[] {
  const found = PURE_ROOMS.includes(roomOf(file.path)) ? IMPURE.exec(codeOf(file)) : null;
  return found === null ? [] : [`${file.path} uses ${found[0]}`];
}

function tooLong({ path, source }: SourceFile): string[] {
  const lines = source.trimEnd().split('\n').length;
  return lines > LONGEST_FILE ? [`${path} has ${lines} lines`] : [];
}

/**
 * Files that no test reaches: not imported by a test, without a test of the same name, and not used by a
 * file of their room that is tested. Files that hold only types or words need none.
 */
function untested(files: readonly SourceFile[], tests: readonly SourceFile[]): string[] {
  const mirrors = new Set(tests.map(({ path }) => path));
  const imported = new Set(
    tests.flatMap(importsOf).flatMap(({ target, isTypeOnly }) => (isTypeOnly ? [] : [target])),
  );
  const mirrorOf = (path: string): string =>
    path.replace(/^(?:src\/)?/, 'tests/').replace(/\.ts$/, '.test.ts');
  const byPath = new Map(files.map((file) => [file.path, file]));
  const reached = new Set<string>();
  const reach = (file: SourceFile): void => {
    if (reached.has(file.path)) return;
    reached.add(file.path);
    for (const { target } of importsOf(file)) {
      const next = byPath.get(target);
      if (next !== undefined && roomOf(target) === roomOf(file.path)) reach(next);
    }
  };
  for (const file of files) if (imported.has(file.path) || mirrors.has(mirrorOf(file.path))) reach(file);
  const holdsCode = (file: SourceFile): boolean =>
    roomOf(file.path) !== 'src/texts' &&
    /^(?:export\s+)?(?:default\s+)?(?:async\s+)?(?:function|const|let|class)\b/m.test(codeOf(file));
  return files.filter((file) => holdsCode(file) && !reached.has(file.path)).map(({ path }) => path);
}

const files = ['src', 'adapters'].flatMap(sourceFiles);

describe('the architecture', () => {
  it('keeps every import in the direction of the rooms', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(files.flatMap(forbiddenImports)).toEqual([]);
  });

  it('allows no import that nothing makes', () => {
    expect(unusedPermissions(files)).toEqual([]);
  });

  it('keeps the pure rooms pure', () => {
    expect(files.flatMap(impurities)).toEqual([]);
  });

  it('has no import cycle', () => {
    expect(cyclesIn(files)).toEqual([]);
  });

  it('keeps files short', () => {
    expect(files.flatMap(tooLong)).toEqual([]);
  });

  it('has a test for every file with logic', () => {
    expect(untested(files, sourceFiles('tests'))).toEqual([]);
  });

  it('holds every adapter to the contract', () => {
    const names = new Set(files.flatMap(({ path }) => /^adapters\/(\w+)\//.exec(path)?.[1] ?? []));
    const callers = sourceFiles('tests/adapters').filter((file) =>
      /\bdescribeAdapterContract\(/.test(codeOf(file)),
    );
    for (const name of names) {
      expect(callers.map(({ path }) => path)).toContainEqual(expect.stringContaining(`/adapters/${name}/`));
    }
  });
});

describe('the checks themselves', () => {
  it.each([
    ['src/search/x.ts', "import { plainText } from '../messaging/index.ts';"],
    ['src/knowledge/x.ts', "import type { Intent } from '../intents/intent.ts';"],
    ['src/knowledge/x.ts', "import { readFile } from 'node:fs/promises';"],
    ['src/messaging/x.ts', "export * from '../search/index.ts';"],
    ['src/intents/x.ts', "import {\n  join,\n  resolve,\n} from 'node:path';"],
    ['src/intents/x.ts', "import MiniSearch from 'minisearch';"],
    ['src/search/x.ts', "import 'left-pad';"],
    ['src/main.ts', "import { Kysely } from 'kysely';"],
    ['src/handle.ts', "import { openStore } from './store/index.ts';"],
    ['src/assistant.ts', "const { Bot } = await import('grammy');"],
    ['src/assistant.ts', "import { App } from '@slack/bolt';"],
    ['adapters/telegram/x.ts', "import { screenText } from '../console/screen-text.ts';"],
    ['adapters/telegram/x.ts', "import { createAssistant } from '../../src/assistant.ts';"],
    ['adapters/telegram/x.ts', "import type { Reply } from '../../src/messaging/reply.ts';"],
    ['adapters/telegram/x.ts', "import { slackTexts } from '../../src/texts/adapters/slack.ts';"],
    ['adapters/telegram/x.ts', "import { textsFor } from '../../src/texts/index.ts';"],
    ['src/novelty/x.ts', 'export const x = 1;'],
  ])('find what is forbidden in %s: %s', (path, source) => {
    expect(forbiddenImports({ path, source })).toHaveLength(1);
  });

  it('let pass what is allowed', () => {
    const source = `
      // import { x } from '../intents/index.ts';
      import MiniSearch from 'minisearch';
      import type { Passage } from '../knowledge/document.ts';
      import { rank } from './rank.ts';`;
    expect(forbiddenImports({ path: 'src/search/x.ts', source })).toEqual([]);
  });

  it('find the clock and chance in a pure room alone', () => {
    const source = 'export const now = () => new Date();';
    expect(impurities({ path: 'src/intents/x.ts', source })).toHaveLength(1);
    expect(impurities({ path: 'src/intents/x.ts', source: 'Math.random()' })).toHaveLength(1);
    expect(impurities({ path: 'src/http.ts', source })).toEqual([]);
  });

  it('find a cycle, a long file and a file without a test', () => {
    const a = { path: 'src/search/a.ts', source: "import './b.ts';\nexport const a = 1;" };
    const b = { path: 'src/search/b.ts', source: "import './a.ts';\nexport const b = 1;" };
    const test = { path: 'tests/search/c.test.ts', source: "import { b } from '../../src/search/b.ts';" };
    expect(cyclesIn([a, b])).toHaveLength(1);
    expect(cyclesIn([a])).toEqual([]);
    expect(tooLong({ path: 'src/x.ts', source: 'x\n'.repeat(251) })).toHaveLength(1);
    expect(tooLong({ path: 'src/x.ts', source: 'x\n'.repeat(250) })).toEqual([]);
    expect(untested([a, b], [test])).toEqual([]);
    expect(untested([{ path: 'src/search/d.ts', source: 'export const d = 1;' }], [test])).toEqual([
      'src/search/d.ts',
    ]);
  });
});
