import { expect, test } from 'vitest';
import type { AttemptResult } from '../api/contract';
import { NetworkFailure, Problem } from '../api/http';
import { awaitResult } from './polling';

const received: AttemptResult = { attemptId: 'a', number: 1, state: 'RECEIVED' };
const graded: AttemptResult = { attemptId: 'a', number: 1, state: 'GRADED', score: 9 };

async function polled(answers: (AttemptResult | Error)[], wantedTimes = Infinity) {
  const states: string[] = [];
  const pauses: number[] = [];
  let asked = 0;
  await awaitResult(
    'a',
    { isOnline: () => true, random: () => 0, pause: async (millis) => void pauses.push(millis) },
    ({ state }) => states.push(state),
    () => asked < wantedTimes,
    async () => {
      const answer = answers[asked++] ?? received;
      if (answer instanceof Error) {
        throw answer;
      }
      return answer;
    },
  );
  return { states, pauses };
}

test('asks less and less often until the sheet is graded', async () => {
  expect(await polled([received, received, graded])).toEqual({
    states: ['RECEIVED', 'RECEIVED', 'GRADED'],
    pauses: [1_000, 1_500],
  });
});

test('outlasts an overload and a lost network', async () => {
  const { states } = await polled([new Problem(503, {}, null), new NetworkFailure('gone'), graded]);
  expect(states).toEqual(['GRADED']);
});

test('stops when the attempt is unknown', async () => {
  await expect(polled([new Problem(404, {}, null)])).rejects.toBeInstanceOf(Problem);
});

test('stops when the page is left', async () => {
  const { states } = await polled([], 2);
  expect(states).toHaveLength(2);
});
