import { expect, test } from 'vitest';
import { scaleFor, smoothPath } from './curve';

test.each([
  [0, 1, [0, 1]],
  [1, 1, [0, 1]],
  [3, 3, [0, 1, 2, 3]],
  [10, 10, [0, 5, 10]],
  [950, 1000, [0, 500, 1000]],
  [1234, 1500, [0, 500, 1000, 1500]],
  [60_000, 60_000, [0, 20_000, 40_000, 60_000]],
])('a scale for %i ends at %i', (most, top, lines) => {
  expect(scaleFor(most)).toEqual({ top, lines });
});

test('goes through every point', () => {
  const path = smoothPath([
    { x: 0, y: 10 },
    { x: 30, y: 40 },
    { x: 60, y: 0 },
  ]);
  expect(path).toMatch(/^M0 10C.* 30 40C.* 60 0$/);
});

test('never swings beyond the points', () => {
  const heights = [0, 0, 100, 100, 3, 97, 0, 0];
  const path = smoothPath(heights.map((y, index) => ({ x: index * 30, y })));
  const numbers = path.split(/[MC ]/).filter(Boolean).map(Number);
  const ys = numbers.filter((_, index) => index % 2 === 1);
  expect(Math.min(...ys)).toBe(0);
  expect(Math.max(...ys)).toBe(100);
});

test('draws nothing of nothing', () => {
  expect(smoothPath([])).toBe('');
  expect(smoothPath([{ x: 1, y: 2 }])).toBe('M1 2');
});
