import { expect, test } from 'vitest';
import type { BankQuestion, BlueprintPart, Difficulty } from '../api';
import { rowsOf, total, withCount } from './blueprint';

const question = (category: string, difficulty: Difficulty) => ({ category, difficulty }) as BankQuestion;
const bank = [question('诗词', 'EASY'), question('诗词', 'EASY'), question('年俗', 'HARD')];
const blueprint: BlueprintPart[] = [
  { category: '诗词', difficulty: 'EASY', count: 3 },
  { category: '书法', difficulty: 'MEDIUM', count: 1 },
];

test('puts what is wanted beside what there is', () => {
  const rows = rowsOf(blueprint, bank);
  expect(rows.map(({ category, count }) => [category, count])).toEqual([['诗词', 3], ['年俗', 0], ['书法', 1]]);
  expect(rows[0]!.cells.EASY).toEqual({ index: 0, count: 3, available: 2, short: true });
  expect(rows[1]!.cells.HARD).toEqual({ index: -1, count: 0, available: 1, short: false });
  expect(rows[2]!.cells.MEDIUM).toEqual({ index: 1, count: 1, available: 0, short: true });
});

test('changes a part in its place, adds one, and drops one of none', () => {
  expect(withCount(blueprint, '诗词', 'EASY', 2).map(({ count }) => count)).toEqual([2, 1]);
  expect(withCount(blueprint, '年俗', 'HARD', 1)).toHaveLength(3);
  expect(withCount(blueprint, '诗词', 'EASY', 0)).toEqual([blueprint[1]]);
});

test('adds up the paper, whole and by difficulty', () => {
  expect(total(blueprint)).toBe(4);
  expect(total(blueprint, 'EASY')).toBe(3);
  expect(total([])).toBe(0);
});
