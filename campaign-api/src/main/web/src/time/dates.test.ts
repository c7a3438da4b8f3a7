import { expect, test } from 'vitest';
import { clockTime, dayAndTime, isMidnight, lastDay } from './dates';

test('begins a day at 00:00', () => {
  expect(dayAndTime('2026-12-23T16:00:00Z')).toBe('12月24日 00:00');
  expect(dayAndTime('2026-12-23T04:05:00Z')).toBe('12月23日 12:05');
});

test('tells the time in China', () => {
  expect(clockTime('2026-12-23T16:05:59Z')).toBe('00:05');
});

test('knows midnight in China from other hours', () => {
  expect(isMidnight('2026-12-23T16:00:00Z')).toBe(true);
  expect(isMidnight('2026-12-23T15:59:59Z')).toBe(false);
  expect(isMidnight('2026-12-23T00:00:00Z')).toBe(false);
});

test('counts a midnight to the day that it ends', () => {
  expect(lastDay('2026-12-23T16:00:00Z')).toBe('12月23日');
  expect(lastDay('2026-12-23T16:00:01Z')).toBe('12月24日');
});
