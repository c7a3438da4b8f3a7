import { shallowRef, type ShallowRef } from 'vue';

export interface Loaded<T> {
  value: ShallowRef<T | undefined>;
  error: ShallowRef<unknown>;
  busy: ShallowRef<boolean>;
  /** Loads again; what was there stays until the new arrives. */
  load(): Promise<void>;
}

/** Something a page fetches when it opens, with what a page has to show meanwhile. */
export function loaded<T>(fetchIt: () => Promise<T>): Loaded<T> {
  const value = shallowRef<T>();
  const error = shallowRef<unknown>();
  const busy = shallowRef(false);
  async function load() {
    busy.value = true;
    try {
      value.value = await fetchIt();
      error.value = undefined;
    } catch (cause) {
      error.value = cause;
    } finally {
      busy.value = false;
    }
  }
  void load();
  return { value, error, busy, load };
}
