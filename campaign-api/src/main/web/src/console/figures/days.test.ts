import { expect, test } from 'vitest';
import type { FigureRow } from '../api';
import { aligned, chinaMoment, dayAfter, dayNumber, untilMoment, untilTime } from './days';

const row = (key: string, visits: number): FigureRow => ({ key, figures: { visits, visitors: 1 } });

test('counts days from the opening, over the end of a month and of a year', () => {
  expect(dayNumber('2027-02-05', '2027-02-05')).toBe(1);
  expect(dayNumber('2027-03-01', '2027-02-05')).toBe(25);
  expect(dayNumber('2027-02-04', '2027-02-05')).toBe(0);
  expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01');
});

test('tells day and time in China', () => {
  expect(chinaMoment('2027-02-05T16:05:59Z')).toEqual({ day: '2027-02-06', time: '00:05' });
});

test('compares with an earlier day only until the same minute', () => {
  const hours = [row('2027-02-04T23', 9), row('2027-02-05T19', 30), row('2027-02-05T20', 100), row('2027-02-05T21', 7)];
  const minutes = [row('2027-02-05T20:04', 3), row('2027-02-05T20:05', 4), row('2027-02-05T20:06', 50)];
  expect(untilTime(hours, minutes, { day: '2027-02-05', time: '20:05' })).toMatchObject({ visits: 37 });
  expect(untilMoment([row('2027-02-04', 9), row('2027-02-05', 137)], hours, minutes, { day: '2027-02-05', time: '20:05' })).toMatchObject({
    visits: 46,
  });
});

test('sets two campaigns side by side by the days since their openings', () => {
  const own = { opening: '2027-02-05', days: [row('2027-02-03', 2), row('2027-02-05', 10), row('2027-02-06', 20)] };
  const before = { opening: '2026-02-16', days: [row('2026-02-16', 5), row('2026-02-18', 7)] };
  const rows = aligned(own, before, '2027-02-06');
  expect(rows.map(({ number, day, earlierDay }) => [number, day, earlierDay])).toEqual([
    [0, '2027-02-04', '2026-02-15'],
    [1, '2027-02-05', '2026-02-16'],
    [2, '2027-02-06', '2026-02-17'],
    [3, '2027-02-07', '2026-02-18'],
  ]);
  expect(rows.map(({ figures, sum }) => [figures?.visits, sum?.visits])).toEqual([[2, 2], [10, 12], [20, 32], [undefined, undefined]]);
  expect(rows.map(({ earlier, earlierSum }) => [earlier.visits ?? 0, earlierSum.visits])).toEqual([[0, 0], [5, 5], [0, 5], [7, 12]]);
});

test('does not add up visitors over days: who comes back is one', () => {
  const own = { opening: '2027-02-05', days: [row('2027-02-05', 1), row('2027-02-06', 1)] };
  expect(aligned(own, own, '2027-02-06').at(-1)!.sum).not.toHaveProperty('visitors');
});
