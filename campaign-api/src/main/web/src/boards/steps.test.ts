import { expect, test } from 'vitest';
import { boundsOf, stepOf } from './steps';

test('parts the values by round numbers', () => {
  const values = Array.from({ length: 35 }, (_, index) => (index + 1) * 37);
  expect(boundsOf(values)).toEqual([250, 500, 800, 1000]);
});

test('parts small shares as well as large numbers', () => {
  expect(boundsOf([0.12, 0.34, 0.34, 0.61, 1.2])).toEqual([0.3, 0.6, 1.2]);
});

test('parts values that lie close together', () => {
  const values = Array.from({ length: 20 }, (_, index) => 0.03 + index / 1000);
  expect(boundsOf(values)).toEqual([0.034, 0.038, 0.042, 0.046]);
});

test('has no steps where all are alike, or nobody is there', () => {
  expect(boundsOf([5, 5, 5])).toEqual([]);
  expect(boundsOf([0, undefined])).toEqual([]);
});

test('stays the same while a figure grows a little', () => {
  const values = Array.from({ length: 35 }, (_, index) => (index + 1) * 37);
  expect(boundsOf(values.map((value) => value + 3))).toEqual(boundsOf(values));
});

test.each([
  [undefined, 0],
  [0, 0],
  [1, 1],
  [199, 1],
  [200, 2],
  [999, 4],
  [1000, 5],
])('%s stands on step %i', (value, step) => {
  expect(stepOf(value, [200, 500, 700, 1000])).toBe(step);
});

test('uses the dark end where there are fewer steps', () => {
  expect(stepOf(5, [])).toBe(5);
  expect([stepOf(5, [10]), stepOf(10, [10])]).toEqual([4, 5]);
});
