import { expect, test } from 'vitest';
import { between } from './count-up';

test('runs from where it is to its goal, and stops there', () => {
  const run = [-0.1, 0, 0.25, 0.5, 0.75, 1, 1.5].map((part) => between(100, 200, part));
  expect(run).toEqual([100, 100, 158, 188, 198, 200, 200]);
});

test('runs down as well', () => {
  expect(between(200, 100, 0.5)).toBe(113);
});
