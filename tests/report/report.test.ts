import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/messaging/index.ts';
import type { Figures } from '../../src/report/figures.ts';
import { csvCell, digestReply, reportCsv, reportMarkdown } from '../../src/report/render.ts';
import { reportTexts } from '../../src/texts/report.ts';

const FIGURES: Figures = {
  period: { since: new Date('2026-11-01T05:00:00Z'), until: new Date('2026-11-27T05:00:00Z') },
  asked: 43,
  status: [
    { value: 'answered', count: 40 },
    { value: 'no-answer', count: 3 },
  ],
  reason: [{ value: 'not-in-folder', count: 3 }],
  platform: [{ value: 'telegram', count: 43 }],
  language: [{ value: 'es', count: 43 }],
  day: [{ value: '2026-11-20', count: 43 }],
  document: [{ value: 'planes/iii-plan.md', count: 12 }],
  unanswered: [
    { text: '=cmd|secreto', asked: 9, askers: 5, lastAt: new Date('2026-11-20T15:00:00Z') },
    { text: 'solo la hizo una persona', asked: 8, askers: 1, lastAt: new Date('2026-11-20T15:00:00Z') },
  ],
  votes: { useful: 6, useless: 1 },
  reports: 0,
  tickets: [{ value: 'answered', count: 4 }],
  hours: 3.25,
};

const all = (): string[] => [reportMarkdown(FIGURES), reportCsv(FIGURES), plainText(digestReply(FIGURES))];

describe('a report', () => {
  it('tells the figures, and of those under five only that they are few', () => {
    for (const shown of all()) {
      expect(shown).toContain('40');
      expect(shown).toContain(reportTexts.few);
      expect(shown).not.toMatch(/(: |\| |,)[1-4]( \||\r|$)/m);
    }
  });

  it('shows a question in its words when five people asked it, and never otherwise', () => {
    for (const shown of all()) {
      expect(shown).toContain('secreto');
      expect(shown).not.toContain('solo la hizo');
    }
  });

  it('tells no time of fewer than five answers', () => {
    for (const shown of all()) expect(shown).not.toContain('3,3');
    const enough = { ...FIGURES, tickets: [{ value: 'answered', count: 5 }] };
    expect(reportCsv(enough)).toContain('"3,3"');
  });

  it('names its days as Bogotá has them', () => {
    expect(reportMarkdown(FIGURES)).toContain(reportTexts.title('2026-11-01', '2026-11-26'));
  });

  it('says so when there is nothing', () => {
    const none = { ...FIGURES, asked: 0, status: [], unanswered: [] };
    expect(reportMarkdown(none)).toContain(reportTexts.nothing);
  });

  it.each(['=1+1', '+1', '-1', '@x', '\tx', 'a,b', 'a"b', 'a\nb'])(
    'gives a spreadsheet no formula: %j',
    (text) => {
      const cell = csvCell(text);
      expect(cell).toMatch(/^(?:"(?:[^"]|"")*"|[^",\r\n]*)$/);
      expect(cell.replace(/^"/, '')).not.toMatch(/^[=+\-@\t\r]/);
    },
  );
});
