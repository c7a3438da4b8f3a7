import { NetworkFailure, Problem } from './http';

const FIRST_MILLIS = 1_000;
const LONGEST_MILLIS = 30_000;
const OFFLINE_MILLIS = 60_000;
const TRANSIENT = new Set([408, 425, 429, 500, 502, 503, 504]);

/** Whether the same request may well succeed later. */
export function mayPass(error: unknown): boolean {
  return error instanceof NetworkFailure || (error instanceof Problem && TRANSIENT.has(error.status));
}

/**
 * How long to wait before the next try: doubling, half of it by chance so that a thousand phones do not come back in
 * the same second, and never sooner than the server asked.
 *
 * @param tries how many have failed, from 1
 * @param random from 0 to 1
 */
export function waitMillis(tries: number, retryAfterSeconds: number | undefined, random: number): number {
  const step = Math.min(LONGEST_MILLIS, FIRST_MILLIS * 2 ** (tries - 1));
  return Math.round(Math.max(step / 2, (retryAfterSeconds ?? 0) * 1000) + (step / 2) * random);
}

/** What the person sees while a request is on its way. */
export type Progress = { step: 'SENDING' } | { step: 'OFFLINE' } | { step: 'WAITING'; tries: number };

export interface Device {
  isOnline(): boolean;
  /** Comes back after so long, or as soon as the network comes or goes. */
  pause(millis: number): Promise<void>;
  random(): number;
}

/** Sends until the server answers. Ends with an error only when the server refuses for good. */
export async function untilItPasses<T>(
  send: () => Promise<T>,
  device: Device,
  report: (progress: Progress) => void,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    if (!device.isOnline()) {
      report({ step: 'OFFLINE' });
      // A device can be wrong about its network: once a minute it is tried all the same.
      await device.pause(OFFLINE_MILLIS);
    }
    report({ step: 'SENDING' });
    try {
      return await send();
    } catch (error) {
      if (!mayPass(error)) {
        throw error;
      }
      report(device.isOnline() ? { step: 'WAITING', tries } : { step: 'OFFLINE' });
      const asked = error instanceof Problem ? error.retryAfterSeconds : undefined;
      await device.pause(waitMillis(tries, asked, device.random()));
    }
  }
}
