import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { kindNamed } from '../knowledge/kind.ts';
import { codeOf } from '../knowledge/list-folder.ts';
import { slugOf } from '../knowledge/slug.ts';
import { fold, visible } from '../language/index.ts';
import { type NewKind, newTexts } from '../texts/new.ts';
import { newFile, newGlossary, newTerm, termIn } from './new-file.ts';

/** What `aga new` is asked to make, and where. `today` is an ISO day. */
export interface NewOptions {
  readonly dir: string;
  readonly kind: string;
  readonly title: string;
  readonly today: string;
  readonly errors: Writable;
}

/** Longest title that is taken, in characters. */
const LONGEST_TITLE = 150;

const KINDS: readonly NewKind[] = ['desafio', 'publicacion', 'plan', 'termino'];
/** Folder of a kind, unless the knowledge folder has one of its own for it (`blog`). */
const FOLDERS: Readonly<Record<Exclude<NewKind, 'termino'>, string>> = {
  desafio: 'desafios',
  publicacion: 'publicaciones',
  plan: 'planes',
};
const GLOSSARIES = ['glosario/glosario.md', 'glosario.md'];

/**
 * Makes a file for a challenge, a publication or a plan, as a draft with the sections that its kind has, or
 * adds a term to the glossary. Nothing is ever overwritten: 0 when made, 1 when it was already there or
 * cannot be written, 2 when the request is not understood.
 */
export async function create(options: NewOptions, output: Writable): Promise<number> {
  const { dir, errors, today } = options;
  const refuse = (message: string, code: number): number => {
    errors.write(`${message}\n`);
    return code;
  };
  const kind = KINDS.find((each) => each === fold(options.kind));
  const title = visible(options.title).replace(/\s+/g, ' ').trim();
  if (kind === undefined || title === '') return refuse(newTexts.usage, 2);
  if (slugOf(title) === '') return refuse(newTexts.noLetters(title), 2);
  if (Array.from(title).length > LONGEST_TITLE) return refuse(newTexts.tooLong(LONGEST_TITLE), 2);
  if (!(await isFolder(dir))) return refuse(newTexts.noFolder(dir), 2);
  const tell = (lines: readonly string[]): number => {
    output.write(`${lines.join('\n')}\n`);
    return 0;
  };

  let path = '';
  try {
    if (kind === 'termino') {
      path = (await firstExisting(dir, GLOSSARIES)) ?? 'glosario/glosario.md';
      const place = join(dir, path);
      const text = (await isFile(place)) ? await readFile(place, 'utf8') : newGlossary(today);
      const known = termIn(text, title);
      if (known !== undefined) return refuse(newTexts.termExists(path, known), 1);
      const added = newTerm(text, title);
      await mkdir(dirname(place), { recursive: true });
      await writeFile(place, added.text);
      return tell([newTexts.appended(path, added.line), ...newTexts.nextTerm]);
    }
    const name = kind === 'publicacion' ? `${today}-${slugOf(title)}` : slugOf(title);
    path = `${await folderOf(dir, kind)}/${name}.md`;
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), newFile(kind, title, today), { flag: 'wx' });
    return tell([newTexts.created(path), '', ...newTexts.nextFile]);
  } catch (cause) {
    const code = codeOf(cause);
    return refuse(code === 'EEXIST' ? newTexts.exists(path) : newTexts.unwritable(path, code), 1);
  }
}

/** The folder that holds this kind: the usual one, else one whose name says so. */
async function folderOf(dir: string, kind: Exclude<NewKind, 'termino'>): Promise<string> {
  const usual = FOLDERS[kind];
  const entries = await readdir(dir, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return folders.includes(usual) ? usual : (folders.sort().find((each) => kindNamed(each) === kind) ?? usual);
}

async function firstExisting(dir: string, paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) if (await isFile(join(dir, path))) return path;
  return undefined;
}

async function isFile(place: string): Promise<boolean> {
  return stat(place).then(
    (info) => info.isFile(),
    () => false,
  );
}

async function isFolder(place: string): Promise<boolean> {
  return stat(place).then(
    (info) => info.isDirectory(),
    () => false,
  );
}
