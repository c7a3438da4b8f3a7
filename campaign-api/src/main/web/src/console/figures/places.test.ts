import { expect, test } from 'vitest';
import { ordered, placed } from './places';

const rows = [
  placed({ key: '440000', figures: { participants: 1260, attempts: 10, points: 700 } }, '广东', 126_012_510),
  placed({ key: '540000', figures: { participants: 73, attempts: 2, points: 180 } }, '西藏', 3_648_100),
  placed({ key: '660000', figures: { participants: 73 } }, '兵团', undefined),
];
const keys = (places: { key: string }[]) => places.map(({ key }) => key);

test('a small province may be ahead by its people', () => {
  expect(rows[0]!.perTenThousand).toBeCloseTo(0.1);
  expect(keys(ordered(rows, 'participants'))).toEqual(['440000', '540000', '660000']);
  expect(keys(ordered(rows, 'perTenThousand'))).toEqual(['540000', '440000', '660000']);
});

test('what has no mean score comes last', () => {
  expect(keys(ordered(rows, 'mean'))).toEqual(['540000', '440000', '660000']);
});
