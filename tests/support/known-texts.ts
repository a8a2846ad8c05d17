import { commands } from '../../src/intents/index.ts';
import type { KnowledgeFolder } from '../../src/knowledge/document.ts';
import type { Block, Inline, Reply } from '../../src/messaging/index.ts';
import { textsFor } from '../../src/texts/index.ts';

/** Every piece of text of a reply that a person reads: leaves of the blocks and labels of the buttons. */
export function leavesOf(reply: Reply): string[] {
  const inlines = (block: Block): readonly Inline[] =>
    block.kind === 'list' ? block.items.flat() : block.content;
  return [
    ...reply.blocks.flatMap(inlines).map(({ text }) => text),
    ...reply.suggestions.map(({ label }) => label),
  ];
}

/** Stands for what a template of the catalogue is given. */
const HOLE = '\u0000';

/** The strings of a catalogue; templates come with a hole for each argument. */
function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [String(value(...Array(value.length).fill(HOLE)))];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}

function patternOf(template: string): RegExp {
  const parts = template.split(HOLE).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('(.+?)')}$`, 's');
}

/**
 * Finds the leaves of replies that are neither of the text catalogue, nor a name of the folder (title,
 * heading, date), nor part of a filled-in sentence of a document that the reply cites.
 */
export function createTextCheck(folder: KnowledgeFolder): (reply: Reply) => string[] {
  const strings = [...stringsOf(textsFor('es')), ...stringsOf(textsFor('en'))];
  const fixed = new Set(strings.filter((text) => !text.includes(HOLE)));
  for (const { names, description } of commands)
    for (const language of ['es', 'en'] as const)
      fixed.add(`/${names[language][0]}: ${description[language]}`);
  const templates = strings.filter((text) => text.includes(HOLE)).map(patternOf);
  const names = new Set(
    folder.documents.flatMap((document) => [
      document.title,
      ...document.sections.map(({ heading }) => heading),
    ]),
  );
  const units = new Map(
    folder.documents.map((document) => [
      document.path,
      document.sections.flatMap((section) => section.units).filter(({ placeholder }) => !placeholder),
    ]),
  );

  const isName = (text: string): boolean =>
    names.has(text) || (text.endsWith('…') && [...names].some((name) => name.startsWith(text.slice(0, -1))));
  const isTemplate = (text: string): boolean =>
    templates.some((template) =>
      template
        .exec(text)
        ?.slice(1)
        .every((part) => /^\d+$/.test(part) || fixed.has(part) || isName(part)),
    );
  /** «Heading (title)». */
  const isNamedTwice = (text: string): boolean => {
    const [, heading = '', title = ''] = /^(.*) \((.*)\)$/s.exec(text) ?? [];
    return isName(heading) && isName(title);
  };
  const stands = (text: string, reply: Reply): boolean =>
    reply.sources.some(({ path }) => units.get(path)?.some((unit) => unit.text.includes(text)));

  return (reply) =>
    leavesOf(reply).filter((leaf) => {
      if (fixed.has(leaf)) return false;
      const text = leaf.replace(/^[:,;.…\s]+/, '');
      if (text === '') return false;
      return !(isName(text) || isTemplate(text) || isNamedTwice(text) || stands(text.trimEnd(), reply));
    });
}
