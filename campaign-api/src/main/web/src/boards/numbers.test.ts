import { expect, test } from 'vitest';
import { fine, short, whole } from './numbers';

test('writes numbers as people read them', () => {
  expect(whole(1_234_567)).toBe('1,234,567');
  expect([fine(0.0834), fine(3.25), fine(81.4), fine(240.4), fine(0)]).toEqual(['0.083', '3.3', '81.4', '240', '0']);
});

test('writes large numbers short', () => {
  expect([short(486), short(9_999), short(12_345), short(1_234_567)]).toEqual(['486', '9,999', '1.2万', '123万']);
});
