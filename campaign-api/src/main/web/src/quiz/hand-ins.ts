import { shallowRef, type ShallowRef } from 'vue';
import type { Progress } from '../api/retry';
import { thisDevice } from '../offline/online';
import { storedKeys } from '../offline/stored';
import { deadline } from './sheet';
import { handIn, sheetKey, sheetStore } from './sheets';

export interface HandIn {
  progress: ShallowRef<Progress>;
  /** Ends when the server has the sheet; fails when it refuses it for good. */
  done: Promise<void>;
}

const running = new Map<string, HandIn>();

/** Hands the sheet of an activity in, once however many pages ask for it. */
export function handingIn(activityId: string): HandIn {
  const before = running.get(activityId);
  if (before) {
    return before;
  }
  const progress = shallowRef<Progress>({ step: 'SENDING' });
  const done = oneTabAtATime(sheetKey(activityId), () =>
    handIn(sheetStore(activityId), thisDevice, (step) => (progress.value = step)),
  ).finally(() => running.delete(activityId));
  const started = { progress, done };
  running.set(activityId, started);
  return started;
}

/** The second tab finds the sheet handed in when its turn comes. Where there are no locks, the server sorts it out. */
async function oneTabAtATime(name: string, work: () => Promise<void>): Promise<void> {
  await (navigator.locks ? navigator.locks.request(name, work) : work());
}

/** What an earlier visit left on its way, or let run out of time, goes on when any page opens. */
export function resumeHandIns(): void {
  for (const key of storedKeys(sheetKey(''))) {
    const store = sheetStore(key.slice(sheetKey('').length));
    const sheet = store.read();
    if (sheet?.state === 'ANSWERING' && deadline(sheet.paper) <= Date.now() + sheet.clockOffsetMillis) {
      store.write({ ...sheet, state: 'SUBMITTING', timeOver: true });
    }
    if (sheet && store.read()?.state === 'SUBMITTING') {
      // A refusal is shown by the quiz page, which finds the sheet as it was.
      handingIn(sheet.activityId).done.catch(() => undefined);
    }
  }
}
