import { expect, test } from 'vitest';
import type { BoardRow, MyAttempts } from '../api/contract';
import { mean, measured, people, places, ranked, standing } from './ranks';

const row = (figures: BoardRow['figures'], ...hidden: NonNullable<BoardRow['hidden']>): BoardRow => ({
  key: 'k',
  figures,
  ...(hidden.length > 0 ? { hidden } : {}),
});

test('counts those who joined, or in an activity those who answered', () => {
  expect(people(row({ participants: 12, players: 5 }), false)).toBe(12);
  expect(people(row({ participants: 12, players: 5 }), true)).toBe(5);
});

test('takes a missing figure for nobody, and a hidden one for not known', () => {
  expect(people(row({}), false)).toBe(0);
  expect(people(undefined, false)).toBe(0);
  expect(people(row({ participants: 12 }, 'players'), true)).toBeUndefined();
  expect(people(row({ participants: 12 }, 'players'), false)).toBe(12);
});

test('divides by inhabitants or readers, where these are known', () => {
  expect(measured(30, 'PEOPLE', undefined)).toBe(30);
  expect(measured(30, 'PER_INHABITANTS', { inhabitants: 60_000 })).toBe(5);
  expect(measured(30, 'PER_READERS', { readers: 1_500 })).toBe(2);
  expect(measured(30, 'PER_READERS', { inhabitants: 60_000 })).toBeUndefined();
  expect(measured(undefined, 'PER_INHABITANTS', { inhabitants: 60_000 })).toBeUndefined();
});

test('lets equals share a rank and leaves the next ones free', () => {
  const placed = ranked([3, 9, 5, 5, 0], (value) => value);
  expect(placed.map(({ value, rank }) => [value, rank])).toEqual([
    [9, 1],
    [5, 2],
    [5, 2],
    [3, 4],
    [0, undefined],
  ]);
});

test('keeps the order of equals and puts what is not known last, without a rank', () => {
  const placed = ranked(
    [
      { key: 'a', of: undefined },
      { key: 'b', of: 1 },
      { key: 'c', of: 0 },
      { key: 'd', of: 1 },
    ],
    ({ of }) => of,
  );
  expect(placed.map(({ item, rank }) => [item.key, rank])).toEqual([
    ['b', 1],
    ['d', 1],
    ['c', undefined],
    ['a', undefined],
  ]);
});

test('knows a mean only where there are attempts', () => {
  expect(mean(row({ points: 240, attempts: 3 }))).toBe(80);
  expect(mean(row({}))).toBeUndefined();
});

test('knows the sum of the hidden rows from a place', () => {
  expect(places([row({}), { key: '*', figures: {} }])).toEqual([row({})]);
});

test('compares the best attempt by whole percent and whole seconds', () => {
  const mine: MyAttempts = {
    attemptsToday: 1,
    attemptsPerDay: 3,
    nextNumber: 2,
    best: { attemptId: 'b', score: 8, durationMillis: 83_999 },
    attempts: [
      { attemptId: 'a', number: 1, state: 'GRADED', maxScore: 99, submittedAt: '' },
      { attemptId: 'b', number: 2, state: 'GRADED', maxScore: 12, submittedAt: '' },
    ],
  };
  expect(standing(mine)).toEqual({ percent: 66, seconds: 83 });
  const { best: _best, ...none } = mine;
  expect(standing(none)).toBeUndefined();
});
