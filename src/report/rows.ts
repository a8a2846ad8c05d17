import type { Count } from '../store/index.ts';
import { reportTexts } from '../texts/report.ts';
import type { Figures } from './figures.ts';

/** One figure as it may be published: its group, what it counts, and the figure or that it is under five. */
export interface Row {
  readonly group: string;
  readonly value: string;
  readonly shown: string;
}

/** Figures under this are not shown, so that nobody can be made out by them. */
const FEWEST = 5;

/** Documents and questions that a report lists. */
const MOST_LISTED = 20;

/**
 * The figures of a report, fit to be published: those under five are only said to be few, also in the groups that
 * add up to a total, and a question is shown in its own words when five people or more asked it.
 */
export function rowsOf(figures: Figures): Row[] {
  const { groups } = reportTexts;
  const { asked, votes, reports, unanswered, hours, tickets } = figures;
  const named = (group: string, counts: readonly Count[]): Row[] =>
    counts.map(({ value, count }) => row(group, reportTexts.values[value] ?? value, count));
  const answers = tickets.find(({ value }) => value === 'answered')?.count ?? 0;
  return [
    row(groups.total, reportTexts.values.asked ?? '', asked),
    ...named(groups.status, figures.status),
    ...named(groups.reason, figures.reason),
    ...named(groups.platform, figures.platform),
    ...named(groups.language, figures.language),
    ...named(groups.day, figures.day),
    ...named(groups.document, figures.document.slice(0, MOST_LISTED)),
    row(groups.unanswered, reportTexts.values.clusters ?? '', unanswered.length),
    ...unanswered
      .filter(({ askers }) => askers >= FEWEST)
      .slice(0, MOST_LISTED)
      .map(({ text, asked: times }) => row(groups.unanswered, `«${text}»`, times)),
    row(groups.votes, reportTexts.values.useful ?? '', votes.useful),
    row(groups.votes, reportTexts.values.useless ?? '', votes.useless),
    row(groups.reports, reportTexts.values.all ?? '', reports),
    ...named(groups.tickets, tickets),
    ...(hours === undefined || answers < FEWEST
      ? []
      : [
          {
            group: groups.hours,
            value: reportTexts.values.all ?? '',
            shown: hours.toFixed(1).replace('.', ','),
          },
        ]),
  ];
}

function row(group: string, value: string, count: number): Row {
  return { group, value, shown: count > 0 && count < FEWEST ? reportTexts.few : String(count) };
}
