import { expect, test } from 'vitest';
import { added, count, growth, mean, per } from './figures';

test('a figure that is missing is 0, a mean of nothing is none', () => {
  expect(count({}, 'visits')).toBe(0);
  expect(mean({ points: 270, attempts: 3 })).toBe(90);
  expect(mean({})).toBeUndefined();
});

test('has no rate of an unknown number of people', () => {
  expect(per(5, 20_000, 10_000)).toBe(2.5);
  expect(per(5, undefined, 10_000)).toBeUndefined();
  expect(per(5, 0)).toBeUndefined();
});

test('tells growth as a share of what was', () => {
  expect(growth(150, 100)).toBe(0.5);
  expect(growth(50, 100)).toBe(-0.5);
  expect(growth(50, 0)).toBeUndefined();
});

test('adds up only what adds up', () => {
  const rows = [{ key: 'a', figures: { visits: 1, visitors: 1 } }, { key: 'b', figures: { visits: 2, visitors: 1 } }];
  expect(added(rows)).toEqual({ visits: 3, participants: 0, attempts: 0, points: 0 });
});
