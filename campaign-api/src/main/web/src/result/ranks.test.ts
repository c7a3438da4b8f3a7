import { expect, test } from 'vitest';
import { rank } from './ranks';

test.each([
  [0, 12, 0],
  [7, 12, 0],
  [6, 10, 1],
  [8, 10, 2],
  [11, 12, 2],
  [12, 12, 3],
  [0, 0, 0],
])('%i of %i earns word %i', (score, max, word) => {
  expect(rank(score, max)).toBe(word);
});
