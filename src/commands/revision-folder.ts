import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A folder as it was in a revision: a copy, to be removed. `commit` is its full name. */
export interface RevisionFolder {
  readonly dir: string;
  readonly commit: string;
  remove(): Promise<void>;
}

/** Why a folder of a revision cannot be had. */
export type RevisionProblem = 'no-git' | 'no-repository' | 'bad-revision' | 'no-folder';

/** What git takes for a revision, without anything that it could take for an option or a range. */
const REVISION = /^(?!-)(?!.*\.\.)[\w./@{}^~+-]{1,200}$/;

/**
 * Copies a folder as it was in a revision of its git repository into a temporary one. The repository, its
 * index and its files are left as they are. No shell is used.
 */
export async function openRevision(dir: string, revision: string): Promise<RevisionFolder | RevisionProblem> {
  const place = await realpath(dir).catch(() => dir);
  const git = async (args: readonly string[], index?: string): Promise<string> => {
    const env = { ...process.env, LC_ALL: 'C', ...(index === undefined ? {} : { GIT_INDEX_FILE: index }) };
    const { stdout } = await run('git', ['-C', place, ...args], { env, maxBuffer: 64 * 1024 * 1024 });
    return stdout.trimEnd();
  };
  const attempt = async (args: readonly string[]): Promise<string | undefined> => {
    try {
      return await git(args);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw error;
      return undefined;
    }
  };
  try {
    await git(['--version']);
  } catch {
    return 'no-git';
  }
  const prefix = await attempt(['rev-parse', '--show-prefix']);
  if (prefix === undefined) return 'no-repository';
  if (!REVISION.test(revision)) return 'bad-revision';
  const commit = await attempt([
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  ]);
  if (commit === undefined) return 'bad-revision';
  const tree = await attempt(['rev-parse', '--verify', '--quiet', `${commit}:${prefix.replace(/\/$/, '')}`]);
  if (tree === undefined) return 'no-folder';

  const copy = await mkdtemp(join(tmpdir(), 'aga-diff-'));
  const remove = (): Promise<void> => rm(copy, { recursive: true, force: true });
  try {
    const top = await git(['rev-parse', '--show-toplevel']);
    const index = join(copy, 'index');
    const files = join(copy, 'files');
    await mkdir(files);
    await git(['-C', top, 'read-tree', tree], index);
    await git(['-C', top, 'checkout-index', '--all', `--prefix=${files}/`], index);
    return { dir: files, commit, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
