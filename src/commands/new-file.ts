import { fold, planNumbers } from '../language/index.ts';
import { type NewKind, type NewSection, newComments, newSections, newTexts } from '../texts/new.ts';

/** Questions that a file should answer, at least. */
const QUESTIONS = 3;

/** A new file: a draft with the front matter and the sections of its kind. `today` is an ISO day. */
export function newFile(kind: Exclude<NewKind, 'termino'>, title: string, today: string): string {
  const sections = newSections[kind](title);
  const plans = planNumbers(title);
  const lines = [
    '---',
    `title: ${quoted(title)}`,
    `tipo: ${kind}`,
    `date: ${today}`,
    `draft: true # ${newComments.draft}`,
    `description: ${quoted('')} # ${newComments.description}`,
    `plan: [${plans.join(', ')}] # ${newComments.plan}`,
    ...newComments.sources.map((line) => `# ${line}`),
    'fuentes: []',
    `# ${newComments.questions}`,
    'preguntas:',
    ...sections.slice(0, QUESTIONS).map(({ heading }) => `  - ${quoted(heading)}`),
    '---',
  ];
  return `${lines.join('\n')}\n${sections.map(sectionText).join('')}`;
}

/** A new glossary without terms. */
export function newGlossary(today: string): string {
  const { title, description } = newTexts.glossary;
  return `---\ntitle: ${title}\ntipo: glosario\ndate: ${today}\ndescription: ${quoted(description)}\n---\n`;
}

/** The line of a term in a glossary, from 1; a heading «MRI (Mecanismo…)» holds the term «MRI» too. */
export function termIn(glossary: string, term: string): number | undefined {
  const wanted = fold(term).trim();
  const index = glossary.split(/\r?\n/).findIndex((line) => {
    const heading = /^#{1,6}\s+(.*?)\s*#*\s*$/.exec(line)?.[1];
    if (heading === undefined) return false;
    const name = fold(heading);
    return name === wanted || name.replace(/\s*\(.*$/, '').trim() === wanted;
  });
  return index === -1 ? undefined : index + 1;
}

/** A glossary with one more term at its end, and the line where it stands. Line ends stay as they are. */
export function newTerm(glossary: string, term: string): { readonly text: string; readonly line: number } {
  const lineEnd = glossary.includes('\r\n') ? '\r\n' : '\n';
  const before = glossary.replace(/\s*$/, lineEnd);
  const section = newSections.termino(term).map(sectionText).join('');
  return {
    text: before + section.replaceAll('\n', lineEnd),
    line: before.split('\n').length + 1,
  };
}

function sectionText({ heading, hint }: NewSection): string {
  return `\n## ${heading}\n\n<!-- ${hint} -->\n`;
}

/** A text as YAML takes it whatever it holds: YAML's double quotes are those of JSON. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
