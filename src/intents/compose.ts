import type { Document, Section, Unit } from '../knowledge/document.ts';
import type { Language } from '../language/index.ts';
import { type Block, type Inline, list, paragraph, type Reply, type Source } from '../messaging/index.ts';
import { textsFor } from '../texts/index.ts';

/** Units of a file as blocks, word for word: sentences of one block in a paragraph, items and rows in a list. */
export function unitBlocks(units: readonly Unit[]): Block[] {
  const blocks: Block[] = [];
  let run: Unit[] = [];
  const flush = (): void => {
    const first = run[0];
    if (first === undefined) return;
    if (first.kind === 'sentence') blocks.push(paragraph(...joined(run)));
    else blocks.push(list(run.map(unitInlines)));
    run = [];
  };
  for (const unit of units) {
    if (run[0] !== undefined && (run[0].block !== unit.block || run[0].kind !== unit.kind)) flush();
    run.push(unit);
  }
  flush();
  return blocks;
}

function joined(units: readonly Unit[]): Inline[] {
  return units.flatMap((unit, index): Inline[] =>
    index === 0 ? unitInlines(unit) : [{ kind: 'text', text: ' ' }, ...unitInlines(unit)],
  );
}

/** A unit's text with its links in place. */
function unitInlines(unit: Unit): Inline[] {
  const inlines: Inline[] = [];
  let rest = unit.text;
  for (const link of unit.links) {
    const at = link.text === '' ? -1 : rest.indexOf(link.text);
    if (at < 0) continue;
    if (at > 0) inlines.push({ kind: 'text', text: rest.slice(0, at) });
    inlines.push({ kind: 'link', text: link.text, url: link.url });
    rest = rest.slice(at + link.text.length);
  }
  if (rest !== '' || inlines.length === 0) inlines.push({ kind: 'text', text: rest });
  return inlines;
}

/** A document as a source; with a section, its anchor and the link to it. */
export function sourceOf(document: Document, section?: Section): Source {
  const { path, title, date, url } = document;
  return {
    path,
    title,
    ...(section === undefined || section.anchor === '' ? {} : { anchor: section.anchor }),
    ...(date === undefined ? {} : { date }),
    ...(url === undefined ? {} : { url }),
  };
}

/** «Fuente: III Plan de Acción, 22 de septiembre de 2017.», each title a link where the source has one. */
export function sourceBlock(sources: readonly Source[], language: Language): Block {
  const texts = textsFor(language);
  const content: (Inline | string)[] = [sources.length > 1 ? texts.source.labels : texts.source.label];
  sources.forEach((source, index) => {
    if (index > 0) content.push('; ');
    content.push(
      source.url === undefined
        ? { kind: 'strong', text: source.title }
        : { kind: 'link', text: source.title, url: source.url },
    );
    if (source.date !== undefined) content.push(`, ${longDate(source.date, language)}`);
  });
  return paragraph(...content, '.');
}

/** An ISO day in words: «17 de abril de 2017». */
export function longDate(iso: string, language: Language): string {
  const texts = textsFor(language);
  const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-');
  const name = texts.months[Number(month) - 1];
  return name === undefined ? iso : texts.date(Number(day), name, year);
}

/** Page `index` (from 0) of `count` in a series whose pages have the ids `id:index`; nothing when it is the only one. */
export function seriesOf(index: number, count: number, id: string, language: Language): Pick<Reply, 'pages'> {
  if (count <= 1) return {};
  const { more, back } = textsFor(language).suggestion;
  return {
    pages: {
      number: index + 1,
      count,
      ...(index > 0 ? { previous: { id: `${id}:${index - 1}`, label: back } } : {}),
      ...(index + 1 < count ? { next: { id: `${id}:${index + 1}`, label: more } } : {}),
    },
  };
}
