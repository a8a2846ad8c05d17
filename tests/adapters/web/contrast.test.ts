import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../../src/package-root.ts';

const css = readFileSync(join(packageRoot, 'adapters/web/public/chat.css'), 'utf8');

/** The colours of the light scheme, and those of the dark one. */
const [light = {}, dark = {}] = [...css.matchAll(/:root \{([^}]*)\}/g)].map(([, body = '']) =>
  Object.fromEntries(
    [...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  ),
);

/** Contrast of two colours, from 1 to 21: https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio. */
function contrast(one = '', other = ''): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** What is read on what: 4.5 at least (1.4.3). */
const TEXTS = [
  ['ink', 'paper'],
  ['ink', 'surface'],
  ['muted', 'paper'],
  ['muted', 'surface'],
  ['brand', 'surface'],
  ['brand', 'paper'],
  ['brand', 'tint'],
  ['on-brand', 'brand'],
  ['on-band', 'band'],
  ['paper', 'ink'],
  ['problem', 'problem-tint'],
  ['brand', 'problem-tint'],
] as const;

/** What is seen beside what, such as borders of fields and the focus: 3 at least (1.4.11). */
const SHAPES = [
  ['edge', 'paper'],
  ['edge', 'surface'],
  ['focus', 'paper'],
  ['focus', 'surface'],
  ['focus', 'problem-tint'],
] as const;

describe.each([
  ['light', light],
  ['dark', dark],
])('the contrast of the %s scheme', (_, colours) => {
  it.each(TEXTS)('reads: %s on %s', (one, other) => {
    expect(contrast(colours[one], colours[other])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(SHAPES)('is seen: %s beside %s', (one, other) => {
    expect(contrast(colours[one], colours[other])).toBeGreaterThanOrEqual(3);
  });
});

it('is measured rightly', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
