import { readFile, writeFile } from 'node:fs/promises';

/** What a run found, by the name of its place in the README. */
export type Report = Readonly<Record<string, string>>;

/**
 * Puts each text between `<!-- name -->` and `<!-- /name -->` of a Markdown file; what was there before goes,
 * and what the run did not measure stays. Throws when the file has no such place.
 */
export async function writeReport(path: string | URL, report: Report): Promise<void> {
  let text = await readFile(path, 'utf8');
  for (const [name, content] of Object.entries(report)) {
    const start = `<!-- ${name} -->`;
    const from = text.indexOf(start);
    const to = text.indexOf(`<!-- /${name} -->`);
    if (from < 0 || to < from)
      throw new Error(`"${path}" has no place for ${name}: write ${start} and <!-- /${name} --> in it.`);
    text = `${text.slice(0, from + start.length)}\n${content}\n${text.slice(to)}`;
  }
  await writeFile(path, text);
}
