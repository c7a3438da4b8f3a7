import type { Streams } from '../api';

/** Whether what comes in is also counted, and what to make of it. */
export type Flow =
  | { state: 'CALM' }
  | { state: 'CATCHING_UP'; lag: number; seconds?: number }
  | { state: 'FALLING_BEHIND'; lag: number };

/** What waits no longer than this is on its way, not left behind. */
const CALM_SECONDS = 5;
const CALM_LAG = 100;

export const lagOf = ({ groups }: Streams) => groups.reduce((sum, { lag }) => sum + lag, 0);
const rateOf = ({ topics }: Streams) => topics.reduce((sum, { perSecond }) => sum + (perSecond ?? 0), 0);

/** @param history what was told lately, the newest last */
export function flow(history: readonly Streams[]): Flow {
  const newest = history.at(-1);
  const oldest = history[0];
  if (!newest || !oldest || lagOf(newest) <= Math.max(CALM_LAG, CALM_SECONDS * rateOf(newest))) {
    return { state: 'CALM' };
  }
  const lag = lagOf(newest);
  const made = lagOf(oldest) - lag;
  if (made < 0) {
    return { state: 'FALLING_BEHIND', lag };
  }
  const seconds = (Date.parse(newest.at) - Date.parse(oldest.at)) / 1000;
  return made > 0 && seconds > 0 ? { state: 'CATCHING_UP', lag, seconds: Math.ceil(lag / (made / seconds)) } : { state: 'CATCHING_UP', lag };
}
