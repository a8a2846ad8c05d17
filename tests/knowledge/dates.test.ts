import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDay } from '../../src/knowledge/dates.ts';

describe('isoDay', () => {
  it.each([
    ['2017-04-17', '2017-04-17'],
    ['2017-4-7', '2017-04-07'],
    ['2017/04/17', '2017-04-17'],
    ['2017-04-17T19:27:53-05:00', '2017-04-17'],
    ['2017-04-17T23:59:59-05:00', '2017-04-17'],
    ['2017-04-18T02:00:00Z', '2017-04-18'],
    ['2017-04-17 19:27', '2017-04-17'],
    ['17/04/2017', '2017-04-17'],
    ['05/04/2017', '2017-04-05'],
    ['17-04-2017 10:00', '2017-04-17'],
    ['17.4.2017', '2017-04-17'],
    ['Mon Apr 17 2017 19:27:53 GMT-0500 (Colombia Standard Time)', '2017-04-17'],
    ['Mon, 17 Apr 2017 19:27:53 -0500', '2017-04-17'],
    ['April 17, 2017', '2017-04-17'],
    ['17 de abril de 2017', '2017-04-17'],
    ['1 de Septiembre del 2017', '2017-09-01'],
    ['lunes, 17 de abril de 2017', '2017-04-17'],
    ['29/02/2020', '2020-02-29'],
  ])('%s → %s', (written, day) => {
    expect(isoDay(written)).toBe(day);
  });

  it.each([
    'mañana',
    '',
    '2017',
    '2017-04',
    '2017-02-29',
    '04/17/2017',
    '31/04/2017',
    '17 de nada de 2017',
    '2017-04-17x',
    '99999-01-01',
    'plan 2017-04-17',
  ])('«%s» names no day', (written) => {
    expect(isoDay(written)).toBeUndefined();
  });

  it('reads back every day, year first and day first', () => {
    const days = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, day] = iso.split('-');
        expect(isoDay(iso)).toBe(iso);
        expect(isoDay(`${day}/${month}/${year}`)).toBe(iso);
      }),
    );
  });
});
