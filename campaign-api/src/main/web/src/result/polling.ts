import * as api from '../api/contract';
import type { AttemptResult } from '../api/contract';
import { mayPass, type Device } from '../api/retry';

const FIRST_MILLIS = 1_000;
const LONGEST_MILLIS = 15_000;

/**
 * Asks for a result until it is graded, less and less often; each answer on the way is reported. Gives up only when the
 * server refuses, or when nobody wants to know any more.
 */
export async function awaitResult(
  attemptId: string,
  device: Device,
  report: (result: AttemptResult) => void,
  isWanted: () => boolean,
  ask = api.attempt,
): Promise<void> {
  for (let wait = FIRST_MILLIS; isWanted(); wait = Math.min(LONGEST_MILLIS, wait * 1.5)) {
    try {
      const result = await ask(attemptId);
      report(result);
      if (result.state !== 'RECEIVED') {
        return;
      }
    } catch (error) {
      if (!mayPass(error)) {
        throw error;
      }
    }
    await device.pause(wait);
  }
}
