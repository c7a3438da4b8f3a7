import { expect, test } from 'vitest';
import type { FigureRow } from '../../api';
import { hasReaders, shown, weight } from './small-groups';

const small: FigureRow = { key: 'a', figures: { visitors: 30 }, hidden: ['participants', 'players'] };

test('does not take a number that is not said for none', () => {
  expect(shown(small, 'participants')).toBeUndefined();
  expect(shown(small, 'attempts')).toBeUndefined();
  expect(shown(small, 'visitors')).toBe(30);
  expect(shown(undefined, 'attempts')).toBe(0);
});

test('a small group has started', () => {
  expect(hasReaders(small)).toBe(true);
  expect(hasReaders({ key: 'b', figures: { visitors: 12 } })).toBe(false);
  expect(hasReaders(undefined)).toBe(false);
  expect(weight(small)).toBeGreaterThan(weight(undefined));
});
