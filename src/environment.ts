import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { StartupError } from './errors.ts';
import { startupTexts } from './texts/startup.ts';

/** Variables by name. One that is empty counts as one that is not set. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The process's variables, with those of a `.env` file (given by its path) below them: a variable that the
 * process has is never replaced. No file is no error; one that can't be read is a `StartupError`.
 */
export function readEnvironment(file: string, own: Environment): Environment {
  try {
    return { ...parseEnv(readFileSync(file, 'utf8')), ...own };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return own;
    throw new StartupError(startupTexts.unreadableFile(file, String(code)), { cause: error });
  }
}
