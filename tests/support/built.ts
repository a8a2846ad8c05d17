import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/package-root.ts';

/** The built process. */
export const builtMain: string = join(packageRoot, 'dist', 'src', 'main.js');

/** The options that `npm start` gives to Node: they bound the memory of the process. */
export const memoryOptions: readonly string[] =
  /"start": "node (.+) dist\/src\/main\.js"/
    .exec(readFileSync(join(packageRoot, 'package.json'), 'utf8'))?.[1]
    ?.split(' ') ?? [];

/** Builds `dist` unless it is as new as the sources, so that tests which start the process see their code. */
export function ensureBuilt(): void {
  const sources = ['src', 'adapters'].flatMap((folder) =>
    readdirSync(join(packageRoot, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      join(packageRoot, folder, name),
    ),
  );
  const newest = Math.max(
    ...sources.filter((path) => path.endsWith('.ts')).map((path) => statSync(path).mtimeMs),
  );
  if (existsSync(builtMain) && statSync(builtMain).mtimeMs >= newest) return;
  const build = spawnSync('npm', ['run', '--silent', 'build'], { cwd: packageRoot, encoding: 'utf8' });
  if (build.status !== 0) throw new Error(`npm run build failed:\n${build.stdout}${build.stderr}`);
}
