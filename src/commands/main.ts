#!/usr/bin/env node
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createAssistant } from '../assistant.ts';
import { bogotaDay } from '../bogota-day.ts';
import { readEnvironment } from '../environment.ts';
import { KnowledgeError, StartupError } from '../errors.ts';
import { openKnowledge, shippedKnowledge } from '../open-knowledge.ts';
import { commandTexts } from '../texts/commands.ts';
import { askLines, askOnce } from './ask.ts';
import { check } from './check.ts';
import { diff, readEvaluation } from './diff.ts';
import { evaluate } from './eval.ts';
import type { ReportOptions } from './kept.ts';
import { create } from './new.ts';
import { preview } from './preview.ts';
import { stats } from './stats.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    knowledge: { type: 'string' },
    jsonl: { type: 'boolean' },
    verbose: { type: 'boolean' },
    accept: { type: 'boolean' },
    fix: { type: 'boolean' },
    format: { type: 'string' },
    raw: { type: 'boolean' },
    since: { type: 'string' },
  },
});
// A reader that leaves before the end (`aga eval | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
process.exitCode = await run(positionals[0] ?? '').catch(explained);

async function run(command: string): Promise<number> {
  const named = command === 'check' ? positionals[1] : undefined;
  const chosen = typeof values.knowledge === 'string' ? values.knowledge : process.env.KNOWLEDGE_DIR;
  const dir = named ?? chosen ?? shippedKnowledge;
  const openAt = (place: string) =>
    openKnowledge(place, {
      now: new Date(),
      ...(process.env.SITE_URL ? { siteUrl: process.env.SITE_URL } : {}),
    });
  const open = () => openAt(dir);
  switch (command) {
    case 'ask': {
      const assistant = createAssistant({ folder: await open() });
      if (values.jsonl === true) await askLines(assistant, process.stdin, process.stdout);
      else if (positionals.length > 1) askOnce(assistant, positionals.slice(1).join(' '), process.stdout);
      else return usage();
      return 0;
    }
    case 'eval':
      return evaluate(await open(), dir, process.stdout, {
        verbose: values.verbose === true,
        accept: values.accept === true,
      });
    case 'check':
      return check(
        {
          dir,
          open,
          format: typeof values.format === 'string' ? values.format : 'text',
          fix: values.fix === true,
          now: new Date(),
          errors: process.stderr,
        },
        process.stdout,
      );
    case 'new':
      return create(
        {
          dir,
          kind: positionals[1] ?? '',
          title: positionals.slice(2).join(' '),
          today: bogotaDay(new Date()),
          errors: process.stderr,
        },
        process.stdout,
      );
    case 'preview': {
      const question = positionals.slice(1).join(' ');
      if (question === '') return usage();
      const { adapters: platforms } = await import('../../adapters/registry.ts');
      const folder = await open();
      const assistant = createAssistant({ folder });
      preview({ folder, assistant, platforms, question, raw: values.raw === true }, process.stdout);
      return 0;
    }
    case 'stats':
      stats(await open(), await readEvaluation(dir), new Date(), process.stdout);
      return 0;
    case 'diff':
      if (positionals[1] === undefined) return usage();
      return diff(
        { dir, revision: positionals[1], now: new Date(), errors: process.stderr, open: openAt },
        process.stdout,
      );
    case 'report':
    case 'inbox':
    case 'turn': {
      // The database engines are loaded for the orders that need one.
      const kept = await import('./kept.ts');
      if (command !== 'turn') return kept[command](reportOptions());
      const [, platform = '', to = '', ...reason] = positionals;
      return kept.turn(reportOptions(), platform, to, reason.join(' '));
    }
    default:
      return usage();
  }
}

function reportOptions(): ReportOptions {
  const written = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
  return {
    env: readEnvironment(join(process.cwd(), '.env'), process.env),
    now: new Date(),
    since: written(values.since),
    format: written(values.format),
    output: process.stdout,
    errors: process.stderr,
  };
}

/** A folder or an `.env` that cannot be read is told without a stack. */
function explained(error: unknown): number {
  if (!(error instanceof KnowledgeError || error instanceof StartupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  return 1;
}

function usage(): number {
  process.stderr.write(`${commandTexts.usage}\n`);
  return 2;
}
