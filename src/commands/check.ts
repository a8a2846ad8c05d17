import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { Writable } from 'node:stream';
import { bogotaDay } from '../bogota-day.ts';
import { checkedFolder, checkFolder, FORMATS, formatFindings, isTidy, tidy } from '../check/index.ts';
import { KnowledgeError } from '../errors.ts';
import { decode, LARGEST_FILE } from '../knowledge/decode.ts';
import type { KnowledgeFolder } from '../knowledge/index.ts';
import { codeOf, listFolder } from '../knowledge/list-folder.ts';
import { reportTexts } from '../texts/check.ts';

/** What `aga check` is asked to do. */
export interface CheckOptions {
  readonly dir: string;
  readonly format: string;
  readonly fix: boolean;
  readonly now: Date;
  /** Where problems of the command itself are told. */
  readonly errors: Writable;
  open(): Promise<KnowledgeFolder>;
}

/**
 * Looks for problems in a folder and writes what it finds: 1 with errors, 0 without, 2 when it can't look. With
 * `fix` it first repairs what can be repaired without a doubt, and names those files on `errors`.
 */
export async function check(options: CheckOptions, output: Writable): Promise<number> {
  const { dir, errors } = options;
  const format = FORMATS.find((each) => each === options.format);
  if (format === undefined) return refuse(errors, reportTexts.unknownFormat(options.format));
  const root = resolve(dir);
  const pathOf = (path: string): string =>
    relative(process.cwd(), join(root, path)).replaceAll('\\', '/') || '.';
  try {
    if (options.fix) await repair(root, pathOf, errors);
    const folder = await options.open();
    const contents = await readContents(root);
    const files = await listPaths(root);
    const today = bogotaDay(options.now);
    const findings = checkFolder(checkedFolder({ folder, contents, files, today }));
    output.write(formatFindings(findings, format, { files: contents.size, pathOf }));
    return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
  } catch (cause) {
    if (cause instanceof KnowledgeError) return refuse(errors, reportTexts.noFolder(dir));
    throw cause;
  }
}

function refuse(errors: Writable, message: string): number {
  errors.write(`${message}\n`);
  return 2;
}

/** What is read besides the Markdown files and the thesaurus. */
const EVALUATION_FILES = ['evaluacion.yml', 'pisos.yml'];

/** The bytes of what the assistant reads; a file that can't be opened is the loader's to tell. */
async function readContents(dir: string): Promise<Map<string, Uint8Array>> {
  const { root, files } = await listFolder(dir);
  const contents = new Map<string, Uint8Array>();
  for (const path of [...files.keys(), ...EVALUATION_FILES]) {
    try {
      const place = join(root, path);
      if ((await stat(place)).size <= LARGEST_FILE) contents.set(path, await readFile(place));
    } catch {}
  }
  return contents;
}

/** Every path below a folder that is not hidden, files and folders, with `/`. */
async function listPaths(root: string, prefix = ''): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(join(root, prefix), { withFileTypes: true })) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    found.push(path, ...(entry.isDirectory() ? await listPaths(root, path) : []));
  }
  return found;
}

async function repair(root: string, pathOf: (path: string) => string, errors: Writable): Promise<void> {
  for (const [path, bytes] of await readContents(root)) {
    if (typeof decode(path, bytes) !== 'string') continue;
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    if (isTidy(text)) continue;
    try {
      await writeFile(join(root, path), tidy(text));
      errors.write(`${reportTexts.fixed(pathOf(path))}\n`);
    } catch (cause) {
      errors.write(`${reportTexts.notFixed(pathOf(path), codeOf(cause))}\n`);
    }
  }
}
