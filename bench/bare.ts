import {
  type Document,
  type KnowledgeFolder,
  type Section,
  toPassages,
  type Unit,
} from '../src/knowledge/index.ts';
import { planNumbers } from '../src/language/index.ts';

/** Kinds of files that few sites have, and that answer by their form alone. */
const LEFT_OUT: readonly Document['kind'][] = ['glosario', 'preguntas'];
const ASKS = /[?¿]/;

/**
 * The same folder as an ordinary site would tell it: each file one text without headings, the golden questions
 * of no help, no glossary and no frequent questions. Headings that ask are gone; the others stay as a line of
 * their own, because they name what follows.
 */
export function bareFolder(folder: KnowledgeFolder): KnowledgeFolder {
  const documents = folder.documents.filter(({ kind }) => !LEFT_OUT.includes(kind)).map(bareDocument);
  return { ...folder, documents, passages: documents.flatMap(toPassages) };
}

function bareDocument(document: Document): Document {
  let block = 0;
  const units = document.sections.flatMap((section): Unit[] => {
    const first = block;
    const own = section.units.map((unit) => ({ ...unit, block: first + 1 + unit.block }));
    block = Math.max(first, ...own.map((unit) => unit.block)) + 1;
    if (section.heading === '' || ASKS.test(section.heading)) return own;
    const line: Unit = {
      kind: 'sentence',
      block: first,
      text: section.heading,
      links: [],
      placeholder: false,
    };
    return [line, ...own];
  });
  const section: Section = { anchor: '', heading: '', trail: [], level: 1, line: 1, units };
  return { ...document, kind: 'pagina', plans: planNumbers(document.title), sections: [section] };
}
