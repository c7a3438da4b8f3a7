import { expect, test } from 'vitest';
import type { Streams } from '../api';
import { flow } from './flow';

const streams = (second: number, lag: number, perSecond = 10): Streams => ({
  at: new Date(Date.UTC(2027, 1, 5, 12, 0, second)).toISOString(),
  topics: [{ topic: 'quiz.attempts.v1', records: 1, perSecond }],
  groups: [{ group: 'a', lag: 0 }, { group: 'b', lag }],
  errors: { deadLetters: 0, serverErrorsPerMinute: 0 },
});

test('a few seconds of work on the way are calm', () => {
  expect(flow([])).toEqual({ state: 'CALM' });
  expect(flow([streams(0, 90)])).toEqual({ state: 'CALM' });
  expect(flow([streams(0, 4_000, 1_000)])).toEqual({ state: 'CALM' });
});

test('says how long catching up takes at this pace', () => {
  expect(flow([streams(0, 3_000), streams(5, 2_500), streams(10, 2_000)])).toEqual({ state: 'CATCHING_UP', lag: 2_000, seconds: 20 });
  expect(flow([streams(0, 3_000)])).toEqual({ state: 'CATCHING_UP', lag: 3_000 });
});

test('sees when more is left behind', () => {
  expect(flow([streams(0, 1_000), streams(10, 5_000)])).toEqual({ state: 'FALLING_BEHIND', lag: 5_000 });
});
