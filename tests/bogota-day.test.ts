import { expect, it } from 'vitest';
import { bogotaDay } from '../src/bogota-day.ts';

it('turns at midnight in Bogotá, five hours after that of UTC', () => {
  expect(bogotaDay(new Date('2026-03-01T04:59:59Z'))).toBe('2026-02-28');
  expect(bogotaDay(new Date('2026-03-01T05:00:00Z'))).toBe('2026-03-01');
});
