import { type CheckedFolder, checkedFolder, checkFolder, type Finding } from '../../src/check/index.ts';
import { assembleFolder, parseSynonyms, readDocument } from '../../src/knowledge/index.ts';

/** The day on which every check of the tests is made. */
const TODAY = '2026-06-15';

/** Files of a folder: path → text, or bytes. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

const encoder = new TextEncoder();

/** What the rules see of files that stand on no disk. */
export function checkedFiles(files: Files): CheckedFolder {
  const bytes = new Map(
    Object.entries(files).map(([path, content]) => [
      path,
      typeof content === 'string' ? encoder.encode(content) : content,
    ]),
  );
  const readings = [...bytes]
    .filter(([path]) => path.endsWith('.md'))
    .map(([path, content]) => readDocument(path, content, { today: TODAY }));
  const thesaurus = files['tesauro.yml'];
  const synonyms = typeof thesaurus === 'string' ? parseSynonyms(thesaurus, 'tesauro.yml') : undefined;
  const contents = new Map([...bytes].filter(([path]) => /\.(?:md|yml)$/.test(path)));
  return checkedFolder({
    folder: assembleFolder(readings, synonyms),
    contents,
    files: bytes.keys(),
    today: TODAY,
  });
}

/** All that a check of these files finds, or what one rule finds. */
export function findingsOf(files: Files, rule?: string): Finding[] {
  return checkFolder(checkedFiles(files)).filter((each) => rule === undefined || each.rule === rule);
}

/** A file that no rule but the one in question has anything to say about. */
export function page(body: string, front = ''): string {
  return `---
title: Mesas de agua
date: 2026-03-01
fuentes:
  - nombre: Acta
preguntas:
  - ¿Quién puso las mesas?
  - ¿De qué hablaron?
  - ¿En qué mes fueron?
${front === '' ? '' : `${front}\n`}---

${body}
`;
}

/** Line of the first line of a page's body, without further front matter. */
export const BODY_LINE = 12;
