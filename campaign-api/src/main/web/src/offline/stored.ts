/** One value kept in the browser under a key. Where the browser keeps nothing (private mode), it lives as long as the page. */
export interface Stored<T> {
  read(): T | undefined;
  write(value: T): void;
  remove(): void;
  /** Tells of changes that another tab made; returns how to stop listening. */
  watch(changed: (value: T | undefined) => void): () => void;
}

const memory = new Map<string, string>();

export function stored<T>(key: string): Stored<T> {
  return {
    read: () => parsed<T>(memory.get(key) ?? inBrowser((storage) => storage.getItem(key)) ?? null),
    write(value) {
      const json = JSON.stringify(value);
      const kept = inBrowser((storage) => {
        storage.setItem(key, json);
        return true;
      });
      if (kept) {
        memory.delete(key);
      } else {
        memory.set(key, json);
      }
    },
    remove() {
      memory.delete(key);
      inBrowser((storage) => storage.removeItem(key));
    },
    watch(changed) {
      const listener = (event: StorageEvent) => {
        if (event.key === key) {
          changed(parsed<T>(event.newValue));
        }
      };
      addEventListener('storage', listener);
      return () => removeEventListener('storage', listener);
    },
  };
}

/** All keys that begin with the prefix. */
export function storedKeys(prefix: string): string[] {
  const inStorage = inBrowser((storage) => Object.keys(storage)) ?? [];
  return [...new Set([...inStorage, ...memory.keys()])].filter((key) => key.startsWith(prefix));
}

function inBrowser<R>(use: (storage: Storage) => R): R | undefined {
  try {
    return use(localStorage);
  } catch {
    return undefined;
  }
}

function parsed<T>(json: string | null): T | undefined {
  if (json === null) {
    return undefined;
  }
  try {
    return JSON.parse(json) as T;
  } catch {
    return undefined;
  }
}
