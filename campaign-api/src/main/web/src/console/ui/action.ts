import { shallowRef, type ShallowRef } from 'vue';
import { SignedOut } from '../session/renewal';

export interface Action<A extends unknown[]> {
  busy: ShallowRef<boolean>;
  error: ShallowRef<unknown>;
  /** Whether it succeeded; a second start while it runs does nothing. */
  start(...given: A): Promise<boolean>;
}

/** Something a person sets off, with what a page has to show meanwhile and afterwards. */
export function action<A extends unknown[]>(run: (...given: A) => Promise<void>): Action<A> {
  const busy = shallowRef(false);
  const error = shallowRef<unknown>();
  async function start(...given: A): Promise<boolean> {
    if (busy.value) {
      return false;
    }
    busy.value = true;
    error.value = undefined;
    try {
      await run(...given);
      return true;
    } catch (cause) {
      if (!(cause instanceof SignedOut)) {
        error.value = cause;
      }
      return false;
    } finally {
      busy.value = false;
    }
  }
  return { busy, error, start };
}
