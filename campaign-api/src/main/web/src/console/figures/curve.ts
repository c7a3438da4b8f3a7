import type { FigureRow } from '../api';
import { byKey, count } from './figures';
import { dayAfter, type ChinaMoment } from './days';

export interface Point {
  key: string;
  /** None for a time that is yet to come. */
  value: number | null;
}

const two = (number: number) => String(number).padStart(2, '0');

/** The minutes of the hour of a moment, `2027-02-05T20:00` and so on; nothing is said of those after it. */
export function minutesOf(rows: readonly FigureRow[], measure: string, { day, time }: ChinaMoment): Point[] {
  const hour = `${day}T${time.slice(0, 2)}`;
  return points(60, (minute) => `${hour}:${two(minute)}`, rows, measure, `${day}T${time}`);
}

/** The hours of a day; nothing is said of those after the moment. */
export function hoursOf(rows: readonly FigureRow[], measure: string, day: string, now: ChinaMoment): Point[] {
  return points(24, (hour) => `${day}T${two(hour)}`, rows, measure, `${now.day}T${now.time.slice(0, 2)}`);
}

/** All days from the first to the last, those without anything as 0. */
export function daysOf(rows: readonly FigureRow[], measure: string, first: string, last: string): Point[] {
  const days = Math.max(1, Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000) + 1);
  return points(days, (day) => dayAfter(first, day), rows, measure, last);
}

function points(length: number, keyOf: (index: number) => string, rows: readonly FigureRow[], measure: string, last: string): Point[] {
  const known = byKey(rows);
  return Array.from({ length }, (_, index) => {
    const key = keyOf(index);
    return { key, value: key <= last ? count(known.get(key)?.figures, measure) : null };
  });
}

/** The highest point; none where nothing happened. */
export function peak(curve: readonly Point[]): Point | undefined {
  const highest = curve.reduce<Point | undefined>((top, point) => ((point.value ?? 0) > (top?.value ?? 0) ? point : top), undefined);
  return highest;
}
