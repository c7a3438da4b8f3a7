import { onUnmounted, shallowRef, type ShallowRef } from 'vue';
import * as api from '../api/contract';
import { Problem } from '../api/http';
import { untilItPasses, type Device, type Progress } from '../api/retry';
import { stored, storedKeys, type Stored } from '../offline/stored';
import { answerSheet, type Sheet } from './sheet';

export function sheetKey(activityId: string): string {
  return `sx.sheet.${activityId}`;
}

export function sheetStore(activityId: string): Stored<Sheet> {
  return stored<Sheet>(sheetKey(activityId));
}

/** Whether something on this device still waits to be handed in. */
export function anyUnsent(): boolean {
  return storedKeys(sheetKey('')).some((key) => {
    const state = stored<Sheet>(key).read()?.state;
    return state === 'ANSWERING' || state === 'SUBMITTING';
  });
}

export interface KeptSheet {
  sheet: ShallowRef<Sheet | undefined>;
  /** Changes what is kept now, which another tab may have changed since; does nothing once the sheet is gone. */
  change(change: (sheet: Sheet) => Partial<Sheet>): void;
  put(sheet: Sheet): void;
  discard(): void;
}

/** The sheet of an activity: one for all tabs, kept at every touch. */
export function useSheet(activityId: string): KeptSheet {
  const store = sheetStore(activityId);
  const sheet = shallowRef(store.read());
  onUnmounted(store.watch((next) => (sheet.value = next)));
  return {
    sheet,
    change(change) {
      const kept = store.read();
      if (kept) {
        sheet.value = { ...kept, ...change(kept) };
        store.write(sheet.value);
      }
    },
    put(next) {
      sheet.value = next;
      store.write(next);
    },
    discard() {
      sheet.value = undefined;
      store.remove();
    },
  };
}

/**
 * Hands a kept sheet in until the server has it, and marks it as handed in. Every try carries the receipt of the first,
 * which is kept as well: a page that is closed meanwhile goes on with it.
 */
export async function handIn(
  store: Stored<Sheet>,
  device: Device,
  report: (progress: Progress) => void,
  submit = api.submitSheet,
): Promise<void> {
  const send = async () => {
    const sheet = store.read();
    // Another tab was faster.
    if (sheet?.state !== 'SUBMITTING') {
      return;
    }
    try {
      await submit(sheet.activityId, answerSheet(sheet));
    } catch (error) {
      if (error instanceof Problem && error.receipt) {
        store.write({ ...sheet, receipt: error.receipt });
      }
      throw error;
    }
    store.write({ ...sheet, state: 'SUBMITTED' });
  };
  await untilItPasses(send, device, report);
}
