import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Assistant, createAssistant } from '../src/assistant.ts';
import { messageOf } from '../src/commands/ask.ts';
import { plainText } from '../src/messaging/index.ts';
import { openKnowledge } from '../src/open-knowledge.ts';
import { packageRoot } from '../src/package-root.ts';

const readme = readFileSync(join(packageRoot, 'README.md'), 'utf8');

describe('the README', () => {
  let assistant: Assistant;
  beforeAll(async () => {
    assistant = createAssistant({
      folder: await openKnowledge(join(packageRoot, 'knowledge'), { now: new Date() }),
    });
  });

  it('opens with an exchange that is real', () => {
    const exchange = /```text\n(usted>[\s\S]*?)```/.exec(readme)?.[1] ?? '';
    const turns = exchange.split('usted> ').slice(1);
    expect(turns.length).toBeGreaterThan(1);
    for (const turn of turns) {
      const [question = '', ...lines] = turn.split('\n').filter((line) => line.trim() !== '');
      const reply = plainText(assistant.answer(messageOf('1', 'readme', question)).reply).replace(
        / \(https?:[^)]*\)/g,
        '',
      );
      for (const line of lines) expect(reply).toContain(line);
    }
  });

  it('names only scripts, files and folders that exist', () => {
    const { scripts } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'));
    for (const [, name = ''] of readme.matchAll(/npm run (?:--silent )?([a-z]+)/g))
      expect(Object.keys(scripts)).toContain(name);
    for (const [, path = ''] of readme.matchAll(/`((?:src|adapters|knowledge|tests|bench)\/[\w./-]*)`/g))
      expect(existsSync(join(packageRoot, path)), path).toBe(true);
  });

  it('lists every setting of .env.example', () => {
    const example = readFileSync(join(packageRoot, '.env.example'), 'utf8');
    for (const [, name = ''] of example.matchAll(/^# ([A-Z][A-Z_]+)=/gm))
      if (name !== 'NO_COLOR') expect(readme).toContain(name);
  });
});
