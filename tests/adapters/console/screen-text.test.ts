import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf, screenText } from '../../../adapters/console/screen-text.ts';

describe('screenText', () => {
  it.each([
    ['\u001b[31mrojo\u001b[0m', 'rojo'],
    ['\u001b]0;titulo\u0007texto', 'texto'],
    ['\u001b[2J\u001b[Hlimpia', 'limpia'],
    ['\u009b31mc1', 'c1'],
    ['a\u0008b\u0000c\u007f', 'abc'],
    ['derecha\u202eadreiuqzi', 'derechaadreiuqzi'],
    ['uno\r\ndos\rtres', 'uno\ndos\ntres'],
    ['a\tb', 'a b'],
    ['<b>año & niñez</b> 👩‍👩‍👧', '<b>año & niñez</b> 👩‍👩‍👧'],
  ])('shows %j as %j', (text, shown) => {
    expect(screenText(text)).toBe(shown);
  });

  it('leaves no control character but the line end, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(screenText(text)).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});

describe('columnsOf', () => {
  it.each([
    ['año', 3],
    ['an\u0303o', 3],
    ['政府', 4],
    ['👍', 2],
    ['👩‍👩‍👧', 2],
    ['', 0],
  ])('measures %j', (text, columns) => {
    expect(columnsOf(text)).toBe(columns);
  });
});
