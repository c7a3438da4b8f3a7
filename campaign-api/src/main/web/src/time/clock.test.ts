import { expect, test } from 'vitest';
import { clockFace, clockOffset, timeLeft } from './clock';

test('takes the middle of the request for the moment the server looked at its clock', () => {
  const sent = Date.parse('2026-02-16T12:00:00Z');
  expect(clockOffset('2026-02-16T12:05:01Z', sent, sent + 2_000)).toBe(300_000);
});

test('knows a device that runs ahead of the server', () => {
  const sent = Date.parse('2026-02-16T12:10:00Z');
  expect(clockOffset('2026-02-16T12:00:00Z', sent, sent)).toBe(-600_000);
});

test('shows minutes and seconds, and hours only when there are some', () => {
  expect(clockFace(245_000)).toBe('4:05');
  expect(clockFace(3_845_000)).toBe('1:04:05');
  expect(clockFace(-1)).toBe('0:00');
});

test('rounds up, so that the last second is seen', () => {
  expect(clockFace(1)).toBe('0:01');
});

test('splits what is left into days, hours, minutes and seconds', () => {
  expect(timeLeft(90_061_000)).toEqual({ days: 1, hours: 1, minutes: 1, seconds: 1 });
  expect(timeLeft(-5)).toEqual({ days: 0, hours: 0, minutes: 0, seconds: 0 });
});
