import type { Document, DocumentKind } from '../../knowledge/index.ts';
import { fold } from '../../language/index.ts';
import { checkTexts } from '../../texts/check.ts';
import { type Finding, finding, type Rule } from '../finding.ts';
import { lineOf, type Page } from '../page.ts';

/** After how many months what is written may no longer hold. */
const MONTHS = 18;
/** Kinds that speak of today: they grow old whole. The others tell what happened, and grow old by a word. */
const OF_TODAY: ReadonlySet<DocumentKind> = new Set(['pagina', 'preguntas', 'glosario']);
const PRESENT =
  /(?<!\p{L})(?:actualmente|en la actualidad|hoy en d[ií]a|el d[ií]a de hoy|por estos d[ií]as|este (?:a[nñ]o|mes)|pr[oó]ximamente|en los pr[oó]ximos (?:d[ií]as|meses)|currently|nowadays)(?!\p{L})/iu;
const NOTE =
  /(?<!\p{L})(?:actualizad[oa]s?|ultima revision|con corte a|informacion historica|documento historico|hasta el \d{1,2} de \p{L}+ del? \d{4}|as of|last updated)(?!\p{L})/u;

/**
 * Content older than 18 months that does not say so. A publication is quiet: its date is part of what it tells.
 */
export const oldContent: Rule = ({ pages, today }) => {
  const limit = monthsBefore(today, MONTHS);
  return pages.flatMap((page): Finding[] => {
    const { document } = page;
    if (document?.date === undefined || document.date >= limit || document.kind === 'publicacion') return [];
    if (hasNote(page, document, limit)) return [];
    const { date } = document;
    if (!OF_TODAY.has(document.kind)) return presentWords(page, date);
    const line = page.front?.lineAt(['date' in page.front.data ? 'date' : 'fecha']) ?? 1;
    return [
      finding('old-content', 'hint', { path: page.path, line, text: date }, checkTexts.oldPage(date, MONTHS)),
    ];
  });
};

function hasNote(page: Page, document: Document, limit: string): boolean {
  const revised = ['lastmod', 'revisado', 'actualizado'].map((key) => document.extra[key]);
  if (revised.some((day) => typeof day === 'string' && day.slice(0, 10) >= limit)) return true;
  return page.blocks.some(({ text }) => NOTE.test(fold(text)));
}

function presentWords(page: Page, date: string): Finding[] {
  return page.blocks.flatMap((block): Finding[] => {
    const text = PRESENT.exec(block.text)?.[0];
    if (text === undefined) return [];
    const place = { path: page.path, line: lineOf(page, text, block.line, block.endLine), text };
    return [finding('old-content', 'hint', place, checkTexts.oldPresent(text, date))];
  });
}

function monthsBefore(day: string, months: number): string {
  const date = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - months);
  return `${date.toISOString().slice(0, 7)}${day.slice(7)}`;
}
