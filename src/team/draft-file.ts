import { slugOf } from '../knowledge/slug.ts';
import { roomTexts } from '../texts/team.ts';

/** The front matter key that ties a document to the question that it answers. */
export const TICKET_KEY = 'consulta';

/** A person's answer, to be kept as knowledge. `day` is an ISO day. */
export interface Draft {
  readonly ticket: string;
  readonly question: string;
  readonly title: string;
  readonly text: string;
  readonly day: string;
}

/** A draft as a file of the knowledge folder, which is not served until a maintainer publishes it. */
export function draftFile({ ticket, question, title, text, day }: Draft): { path: string; text: string } {
  const { author, note, sources } = roomTexts.draft;
  const lines = [
    '---',
    `title: ${quoted(title)}`,
    'tipo: preguntas',
    `date: ${day}`,
    `draft: true # ${note}`,
    `author: ${quoted(author)}`,
    `${TICKET_KEY}: ${quoted(ticket)}`,
    ...sources.map((line) => `# ${line}`),
    'preguntas:',
    `  - ${quoted(question)}`,
    '---',
    '',
    `## ${asText(oneLine(title))}`,
    '',
    text
      .trim()
      .split(/\r\n?|\n/)
      .map(asText)
      .join('\n'),
    '',
  ];
  return { path: `borradores/${day}-${slugOf(title)}.md`, text: lines.join('\n') };
}

/** YAML's double quotes are those of JSON. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A line that Markdown, HTML and Hugo read as the words it holds; lists stay lists. */
function asText(line: string): string {
  return line
    .replace(/[\\`*_<>[\]{}|~]/g, (mark, at: number) =>
      mark === '*' && /^\s*\*\s/.test(line) && line.trimStart() === line.slice(at) ? mark : `\\${mark}`,
    )
    .replace(/^(\s*)(#{1,6}(?=\s|$)|=+\s*$|-{2,}\s*$|(?:- ){2,}-?\s*$)/, '$1\\$2');
}
