import { onScopeDispose, shallowRef, type ShallowRef } from 'vue';
import { SignedOut } from '../session/renewal';

export interface Polled<T> {
  value: ShallowRef<T | undefined>;
  /** Why the newest attempt failed; what was there before stays. */
  error: ShallowRef<unknown>;
  load(): Promise<void>;
}

/** Asks again and again while the component stands and the page is seen. */
export function polled<T>(ask: () => Promise<T>, everyMillis: number): Polled<T> {
  const value = shallowRef<T>();
  const error = shallowRef<unknown>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let round = 0;

  async function load() {
    clearTimeout(timer);
    const mine = ++round;
    try {
      const answer = await ask();
      if (mine !== round) {
        return;
      }
      value.value = answer;
      error.value = undefined;
    } catch (cause) {
      if (mine !== round || cause instanceof SignedOut) {
        return;
      }
      error.value = cause;
    }
    timer = setTimeout(next, everyMillis);
  }

  function next() {
    if (document.visibilityState !== 'hidden') {
      void load();
    }
  }

  document.addEventListener('visibilitychange', next);
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', next);
    clearTimeout(timer);
    round++;
  });
  void load();
  return { value, error, load };
}
