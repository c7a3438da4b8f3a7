import { onUnmounted, shallowRef } from 'vue';
import * as api from '../api/contract';
import { untilItPasses } from '../api/retry';
import { thisDevice } from '../offline/online';
import { stored } from '../offline/stored';
import { expiresAt, payload, type Puzzle } from './proof-of-work';
import SolverWorker from './solver?worker';
import type { SolverMessage } from './solver';

export type CheckState =
  { step: 'PREPARING' } | { step: 'SOLVING'; share: number } | { step: 'DONE' } | { step: 'FAILED' };

/** A solved puzzle outlives a refresh: sending it again gives the same participant. */
interface Solved {
  payload: string;
  expiresAt?: number;
}

const kept = stored<Solved>('sx.join-check');
const MARGIN_MILLIS = 15_000;

/** The proof of work behind the form; it begins by itself and works in the background. */
export function useCheck() {
  const state = shallowRef<CheckState>({ step: 'PREPARING' });
  let worker: Worker | undefined;
  let solution = begin();
  solution.catch(() => undefined);
  onUnmounted(() => worker?.terminate());

  async function begin(): Promise<Solved | undefined> {
    const before = kept.read();
    if (before && isGood(before)) {
      state.value = { step: 'DONE' };
      return before;
    }
    state.value = { step: 'PREPARING' };
    try {
      const solved = await solveNew();
      state.value = { step: 'DONE' };
      return solved;
    } catch (error) {
      state.value = { step: 'FAILED' };
      throw error;
    }
  }

  async function solveNew(): Promise<Solved | undefined> {
    const puzzle = await untilItPasses(api.challenge, thisDevice, () => {});
    if ('off' in puzzle) {
      return undefined;
    }
    const number = await solveInWorker(puzzle);
    const expires = expiresAt(puzzle);
    const solved = { payload: payload(puzzle, number), ...(expires === undefined ? {} : { expiresAt: expires }) };
    kept.write(solved);
    return solved;
  }

  function solveInWorker(puzzle: Puzzle): Promise<number> {
    worker?.terminate();
    worker = new SolverWorker();
    const running = worker;
    return new Promise((resolve, reject) => {
      running.onerror = () => reject(new Error('The solver stopped.'));
      running.onmessage = ({ data }: MessageEvent<SolverMessage>) => {
        if ('share' in data) {
          state.value = { step: 'SOLVING', share: data.share };
        } else if (data.number === undefined) {
          reject(new Error('The puzzle has no solution.'));
        } else {
          resolve(data.number);
        }
      };
      running.postMessage(puzzle);
    });
  }

  return {
    state,
    /** The payload to send, undefined when the server wants none. Begins anew where the last one failed or grew old. */
    async payload(): Promise<string | undefined> {
      const solved = await solution.catch(() => undefined);
      if (state.value.step === 'FAILED' || (solved && !isGood(solved))) {
        solution = begin();
      }
      return (await solution)?.payload;
    },
    /** The server did not take the last one. */
    renew() {
      kept.remove();
      solution = begin();
    },
    /** It has done its work; the next participant needs another. */
    used: () => kept.remove(),
  };
}

function isGood(solved: Solved): boolean {
  return solved.expiresAt === undefined || solved.expiresAt - MARGIN_MILLIS > Date.now();
}
