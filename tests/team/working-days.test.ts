import { describe, expect, it } from 'vitest';
import { workingDaysBetween } from '../../src/team/working-days.ts';

const at = (time: string): Date => new Date(`${time}-05:00`);

describe('working days', () => {
  it.each([
    ['the same day', '2026-11-24T08:00', '2026-11-24T18:00', 0],
    ['the next day, minutes later', '2026-11-24T23:50', '2026-11-25T00:10', 1],
    ['over a weekend', '2026-11-27T15:00', '2026-11-30T09:00', 1],
    ['on a Sunday', '2026-11-27T15:00', '2026-11-29T09:00', 0],
    ['over a Monday holiday', '2026-10-09T15:00', '2026-10-13T09:00', 1],
    ['over a fixed holiday', '2026-12-07T15:00', '2026-12-10T09:00', 2],
    ['over Easter', '2026-04-01T10:00', '2026-04-06T10:00', 1],
    ['over New Year', '2026-12-31T10:00', '2027-01-04T10:00', 1],
    ['a clock that went back', '2026-11-25T10:00', '2026-11-24T10:00', 0],
  ])('%s', (_, from, to, days) => expect(workingDaysBetween(at(from), at(to))).toBe(days));
});
