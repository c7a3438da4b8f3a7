import type { FigureRow, Figures, Instant } from '../api';
import { wallClockOf } from '../time/beijing';
import { ADDITIVE, added, byKey, count } from './figures';

const DAY_MILLIS = 86_400_000;

/** A moment on the clocks of Beijing: the day `2027-02-05` and the time `20:05`. */
export interface ChinaMoment {
  day: string;
  time: string;
}

export function chinaMoment(instant: Instant): ChinaMoment {
  const wallClock = wallClockOf(instant);
  return { day: wallClock.slice(0, 10), time: wallClock.slice(11, 16) };
}

export function dayAfter(day: string, days: number): string {
  return new Date(midnight(day) + days * DAY_MILLIS).toISOString().slice(0, 10);
}

/** The opening's own day is 1, the day before it 0. */
export function dayNumber(day: string, opening: string): number {
  return Math.round((midnight(day) - midnight(opening)) / DAY_MILLIS) + 1;
}

function midnight(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** What a day had counted by a time of it: its hours before, and of that hour the minutes until then, the last one included. */
export function untilTime(hours: readonly FigureRow[], minutes: readonly FigureRow[], { day, time }: ChinaMoment): Figures {
  const hour = `${day}T${time.slice(0, 2)}`;
  return added([
    ...hours.filter(({ key }) => key.startsWith(day) && key < hour),
    ...minutes.filter(({ key }) => key.startsWith(hour) && key <= `${day}T${time}`),
  ]);
}

/** The times of a campaign, and the day on which it opened. */
export interface Times {
  opening: string;
  days: readonly FigureRow[];
}

/** What a campaign had counted in all by a moment: whole days before, and that day until the time. */
export function untilMoment(days: readonly FigureRow[], hours: readonly FigureRow[], minutes: readonly FigureRow[], at: ChinaMoment): Figures {
  const before = days.filter(({ key }) => key < at.day);
  return added([...before, { key: at.day, figures: untilTime(hours, minutes, at) }]);
}

/** A day of two campaigns: as many days after the opening of each. */
export interface AlignedDay {
  /** 1 is the day of the opening, 0 stands for all days before it. */
  number: number;
  day: string;
  /** None for a day that is yet to come. */
  figures?: Figures;
  sum?: Figures;
  earlierDay: string;
  earlier: Figures;
  earlierSum: Figures;
}

/**
 * Two campaigns day by day since their openings, as long as either lasts.
 *
 * @param today nothing is said of the days after it
 */
export function aligned(own: Times, before: Times, today: string): AlignedDay[] {
  const last = Math.max(lastNumber(own, today), lastNumber(before));
  const first = [own, before].some(({ opening, days }) => days.some(({ key }) => key < opening)) ? 0 : 1;
  const rows: AlignedDay[] = [];
  let sum: Figures = {};
  let earlierSum: Figures = {};
  for (let number = first; number <= last; number++) {
    const earlier = ofDay(before, number);
    earlierSum = plus(earlierSum, earlier);
    const row = { number, day: dayAfter(own.opening, number - 1), earlierDay: dayAfter(before.opening, number - 1), earlier, earlierSum };
    if (number === 0 || row.day <= today) {
      const figures = ofDay(own, number);
      sum = plus(sum, figures);
      rows.push({ ...row, figures, sum });
    } else {
      rows.push(row);
    }
  }
  return rows;
}

function lastNumber({ opening, days }: Times, today?: string): number {
  const last = days.map(({ key }) => key).reduce((latest, key) => (key > latest ? key : latest), today ?? opening);
  return dayNumber(last, opening);
}

function ofDay({ opening, days }: Times, number: number): Figures {
  if (number === 0) {
    return added(days.filter(({ key }) => key < opening));
  }
  return byKey(days).get(dayAfter(opening, number - 1))?.figures ?? {};
}

function plus(one: Figures, other: Figures): Figures {
  return Object.fromEntries(ADDITIVE.map((name) => [name, count(one, name) + count(other, name)]));
}
