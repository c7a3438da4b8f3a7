import { describe, expect, test } from 'vitest';
import { NetworkFailure, Problem } from './http';
import { mayPass, untilItPasses, waitMillis, type Device, type Progress } from './retry';

test('tries again what may pass, and nothing else', () => {
  expect(mayPass(new NetworkFailure('gone'))).toBe(true);
  expect(mayPass(new Problem(503, {}, null))).toBe(true);
  expect(mayPass(new Problem(429, {}, null))).toBe(true);
  expect(mayPass(new Problem(422, {}, null))).toBe(false);
  expect(mayPass(new TypeError('a bug'))).toBe(false);
});

test('doubles the wait up to half a minute', () => {
  const waits = [1, 2, 3, 10].map((tries) => waitMillis(tries, undefined, 1));
  expect(waits).toEqual([1_000, 2_000, 4_000, 30_000]);
});

test('spreads the phones over half of the wait', () => {
  expect(waitMillis(3, undefined, 0)).toBe(2_000);
});

test('never comes back sooner than the server asked', () => {
  expect(waitMillis(1, 8, 0)).toBe(8_000);
  expect(waitMillis(1, 8, 1)).toBe(8_500);
});

test('reads the wait from the header when the document has none', () => {
  expect(new Problem(503, {}, '7').retryAfterSeconds).toBe(7);
});

describe('a request that must pass', () => {
  /** Answers one after the other, on a device that is online as often as told. */
  async function sent(answers: (string | Error)[], online: boolean[] = []) {
    const steps: Progress['step'][] = [];
    const pauses: number[] = [];
    const device: Device = {
      isOnline: () => online.shift() ?? true,
      pause: async (millis) => void pauses.push(millis),
      random: () => 0.5,
    };
    const send = async () => {
      const answer = answers.shift()!;
      if (answer instanceof Error) {
        throw answer;
      }
      return answer;
    };
    const answer = await untilItPasses(send, device, ({ step }) => steps.push(step));
    return { answer, steps, pauses };
  }

  test('ends with the first answer when all is well', async () => {
    expect(await sent(['received'])).toEqual({ answer: 'received', steps: ['SENDING'], pauses: [] });
  });

  test('comes back after an overload, not sooner than asked', async () => {
    const overload = new Problem(503, { retryAfterSeconds: 4 }, null);
    const { steps, pauses } = await sent([overload, overload, 'received']);
    expect(steps).toEqual(['SENDING', 'WAITING', 'SENDING', 'WAITING', 'SENDING']);
    expect(pauses).toHaveLength(2);
    expect(pauses.every((millis) => millis >= 4_000)).toBe(true);
  });

  test('outlasts a network that fails on the way', async () => {
    const { answer, steps } = await sent([new NetworkFailure('gone'), 'received'], [true, false, true]);
    expect(answer).toBe('received');
    expect(steps).toEqual(['SENDING', 'OFFLINE', 'SENDING']);
  });

  test('waits for the network before it sends', async () => {
    const { steps } = await sent(['received'], [false]);
    expect(steps).toEqual(['OFFLINE', 'SENDING']);
  });

  test('stops at a refusal for good', async () => {
    const refusal = new Problem(422, { type: '/problems/paper-token-expired' }, null);
    await expect(sent([refusal])).rejects.toMatchObject({ kind: 'paper-token-expired' });
  });
});
