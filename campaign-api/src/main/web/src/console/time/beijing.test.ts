import { expect, test } from 'vitest';
import { aYearLater, instantOf, wallClockOf } from './beijing';

test('takes what is picked for the clocks of Beijing', () => {
  expect(instantOf('2027-02-05T20:00:00')).toBe('2027-02-05T12:00:00Z');
  expect(instantOf('2027-02-06 00:00')).toBe('2027-02-05T16:00:00Z');
});

test('shows an instant on the clocks of Beijing', () => {
  expect(wallClockOf('2026-12-31T16:00:00Z')).toBe('2027-01-01T00:00:00');
  expect(wallClockOf('2026-12-31T16:00:00.500Z')).toBe('2027-01-01T00:00:00');
});

test('has no time for nonsense', () => {
  expect(instantOf('')).toBe('');
  expect(instantOf('2027-02-30T00:00:00')).toBe('');
  expect(wallClockOf(null)).toBe('');
});

test('goes there and back', () => {
  const instant = '2027-06-15T03:04:05Z';
  expect(instantOf(wallClockOf(instant))).toBe(instant);
});

test('finds next year, also from a leap day', () => {
  expect(aYearLater('2027-01-20T01:00:00Z')).toBe('2028-01-20T01:00:00Z');
  expect(aYearLater('2028-02-28T16:30:00Z')).toBe('2029-02-27T16:30:00Z');
});
