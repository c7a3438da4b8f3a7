import type { BoardRow, Figure, TimeWindow } from '../api/contract';

const CHINA_MILLIS = 8 * 3_600_000;
const DAY_MILLIS = 86_400_000;

/** The day in China at a moment, as the boards write it: `2027-02-05`. */
export function dayAt(moment: number): string {
  return new Date(moment + CHINA_MILLIS).toISOString().slice(0, 10);
}

export function dayBefore(day: string): string {
  return new Date(Date.parse(day) - DAY_MILLIS).toISOString().slice(0, 10);
}

/** The hour of the day in China, from 0, with its fraction. */
export function hourAt(moment: number): number {
  return ((moment + CHINA_MILLIS) % DAY_MILLIS) / 3_600_000;
}

export interface Tick {
  key: string;
  figures: BoardRow['figures'];
}

/** The 24 hours of a day; an hour in which nothing happened has no figures. */
export function hoursOf(day: string, rows: readonly BoardRow[]): Tick[] {
  const keys = Array.from({ length: 24 }, (_, hour) => `${day}T${String(hour).padStart(2, '0')}`);
  return filled(keys, rows);
}

/** The days of a window up to a moment, and those outside of it on which something happened. */
export function daysOf({ opensAt, closesAt }: TimeWindow, now: number, rows: readonly BoardRow[]): Tick[] {
  const keys = new Set(rows.map(({ key }) => key));
  const last = Math.min(now, Date.parse(closesAt) - 1);
  for (let moment = Date.parse(opensAt); dayAt(moment) <= dayAt(last); moment += DAY_MILLIS) {
    keys.add(dayAt(moment));
  }
  return filled([...keys].sort(), rows);
}

function filled(keys: string[], rows: readonly BoardRow[]): Tick[] {
  const byKey = new Map(rows.map((row) => [row.key, row.figures]));
  return keys.map((key) => ({ key, figures: byKey.get(key) ?? {} }));
}

export function valueOf({ figures }: Tick, figure: Figure): number {
  return figures[figure] ?? 0;
}
