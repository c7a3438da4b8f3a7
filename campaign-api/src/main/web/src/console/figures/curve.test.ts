import { expect, test } from 'vitest';
import { daysOf, hoursOf, minutesOf, peak } from './curve';

const now = { day: '2027-02-05', time: '20:02' };
const rows = [
  { key: '2027-02-05T20:01', figures: { visits: 3 } },
  { key: '2027-02-05T19', figures: { visits: 8 } },
  { key: '2027-02-05', figures: { visits: 40 } },
];

test('a minute without anything is nothing, a minute to come is not known', () => {
  const curve = minutesOf(rows, 'visits', now);
  expect(curve).toHaveLength(60);
  expect(curve.slice(0, 4)).toEqual([
    { key: '2027-02-05T20:00', value: 0 },
    { key: '2027-02-05T20:01', value: 3 },
    { key: '2027-02-05T20:02', value: 0 },
    { key: '2027-02-05T20:03', value: null },
  ]);
});

test('an earlier day has all its hours', () => {
  expect(hoursOf(rows, 'visits', '2027-02-05', now).map(({ value }) => value).slice(18, 22)).toEqual([0, 8, 0, null]);
  expect(hoursOf(rows, 'visits', '2027-02-04', now).every(({ value }) => value === 0)).toBe(true);
});

test('fills the days between', () => {
  expect(daysOf(rows, 'visits', '2027-02-04', '2027-02-06').map(({ value }) => value)).toEqual([0, 40, 0]);
});

test('finds the peak, and none where nothing happened', () => {
  expect(peak(minutesOf(rows, 'visits', now))?.key).toBe('2027-02-05T20:01');
  expect(peak(minutesOf([], 'visits', now))).toBeUndefined();
});
