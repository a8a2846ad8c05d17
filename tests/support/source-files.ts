import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { packageRoot } from '../../src/package-root.ts';

/** A file of the repository: its path from the root, with `/`, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly source: string;
}

/** One import or re-export: a path from the root for ours, else the name of a package or a `node:` module. */
export interface Import {
  readonly target: string;
  readonly isOurs: boolean;
  /** True when nothing of it is left at run time. */
  readonly isTypeOnly: boolean;
}

const STATIC = /^[ \t]*(?:import|export)\s(type\s)?(?:[^'"`;]*?\sfrom\s*)?['"]([^'"\n]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"\n]+)['"]/g;

/** Every TypeScript file below a folder of the repository. */
export function sourceFiles(folder: string): SourceFile[] {
  return readdirSync(join(packageRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => {
      const path = posix.join(folder, name.replaceAll('\\', '/'));
      return { path, source: readFileSync(join(packageRoot, path), 'utf8') };
    });
}

/** The source without its comments. */
export function codeOf({ source }: SourceFile): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

/** What a file imports, types included. */
export function importsOf(file: SourceFile): Import[] {
  const code = codeOf(file);
  const found = [
    ...[...code.matchAll(STATIC)].map(([, type, name = '']) => ({ name, isTypeOnly: type !== undefined })),
    ...[...code.matchAll(DYNAMIC)].map(([, name = '']) => ({ name, isTypeOnly: false })),
  ];
  return found.map(({ name, isTypeOnly }) =>
    name.startsWith('.')
      ? { target: posix.join(posix.dirname(file.path), name), isOurs: true, isTypeOnly }
      : { target: name, isOurs: false, isTypeOnly },
  );
}

/** Imports that lead back to where they start, each as `a → b → a`. */
export function cyclesIn(files: readonly SourceFile[]): string[] {
  const graph = new Map(
    files.map((file) => [
      file.path,
      importsOf(file).flatMap(({ target, isOurs }) => (isOurs ? [target] : [])),
    ]),
  );
  const cycles: string[] = [];
  const finished = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) cycles.push([...trail.slice(start), path].join(' → '));
    if (start >= 0 || finished.has(path)) return;
    for (const target of graph.get(path) ?? []) visit(target, [...trail, path]);
    finished.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return cycles;
}
