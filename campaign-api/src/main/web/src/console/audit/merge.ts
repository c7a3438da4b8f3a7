import type { AuditEntry, Service } from '../api';

export interface ServedEntry extends AuditEntry {
  service: Service;
}

/** The pages of one service's log that were loaded, newest first. */
export interface LoadedLog {
  service: Service;
  entries: AuditEntry[];
  /** There may be older ones. */
  more: boolean;
}

/**
 * The logs as one, newest first. An entry is held back while a log that has not been read so far back might still hold a
 * newer one: what is shown has no gaps.
 */
export function merged(logs: LoadedLog[]): ServedEntry[] {
  const readBackTo = Math.max(...logs.filter(({ more }) => more).map(oldest));
  return logs
    .flatMap(({ service, entries }) => entries.map((entry) => ({ ...entry, service })))
    .filter(({ at }) => Date.parse(at) >= readBackTo)
    .sort((one, other) => Date.parse(other.at) - Date.parse(one.at) || other.id.localeCompare(one.id));
}

/** The logs whose next page could change what is shown next: those that were read back the least. */
export function toReadOn(logs: LoadedLog[]): LoadedLog[] {
  const unread = logs.filter(({ more }) => more);
  const latest = Math.max(...unread.map(oldest));
  return unread.filter((log) => oldest(log) === latest);
}

function oldest({ entries }: LoadedLog): number {
  const last = entries.at(-1);
  return last ? Date.parse(last.at) : Infinity;
}
