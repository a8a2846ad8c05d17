import { checkTexts } from '../../texts/check.ts';
import { type Finding, finding, type Rule } from '../finding.ts';
import type { Page } from '../page.ts';

/** Headings with nothing under them, and empty ones. */
export const emptySections: Rule = ({ pages }) =>
  pages.flatMap((page) => (page.document === undefined ? [] : emptyIn(page)));

function emptyIn(page: Page): Finding[] {
  const headings = page.blocks.filter(({ kind, depth }) => kind === 'heading' && depth > 0);
  const firstLine = page.front?.bodyLine ?? 1;
  return headings.flatMap((heading) => {
    const { line, text, depth } = heading;
    const index = page.nodes.findIndex(
      (node) => node.type === 'heading' && (node.position?.start.line ?? 0) + firstLine - 1 === line,
    );
    if (index === -1) return [];
    const place = { path: page.path, line, text };
    if (text === '') return [finding('empty-heading', 'warning', place, checkTexts.emptyHeading())];
    const next = page.nodes.slice(index + 1).find((node) => node.type !== 'definition');
    const isEmpty = next === undefined || (next.type === 'heading' && next.depth <= depth);
    return isEmpty ? [finding('empty-section', 'warning', place, checkTexts.emptySection(text))] : [];
  });
}

/** Headings that go down more than one level at once, counted from the title. */
export const headingLevels: Rule = ({ pages }) =>
  pages.flatMap((page) => {
    if (page.document === undefined) return [];
    let above = 1;
    return page.blocks.flatMap(({ kind, depth, line, text }) => {
      if (kind !== 'heading') return [];
      const right = above + 1;
      above = depth;
      if (depth <= right) return [];
      const place = { path: page.path, line, text };
      return [finding('heading-level', 'warning', place, checkTexts.headingJump(text, depth, right))];
    });
  });
