import type { Figures, FigureRow } from '../api';

/** Figures that a curve can show; of a day or an hour each is a count of what happened in it. */
export const MEASURES = ['participants', 'attempts', 'visits', 'visitors'] as const;
export type Measure = (typeof MEASURES)[number];

/** Figures that add up over times: a visitor who comes on two days is one visitor, but two visits are two. */
export const ADDITIVE = ['visits', 'participants', 'attempts', 'points'] as const;

export const SCORE_STEPS = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100] as const;

export function count(figures: Figures | undefined, name: string): number {
  return figures?.[name] ?? 0;
}

/** The attempts' mean score in percent; none without attempts. */
export function mean(figures: Figures | undefined): number | undefined {
  return per(count(figures, 'points'), count(figures, 'attempts'));
}

/** How many there are for each `scale` of the others; none where there are no others, or nobody knows how many. */
export function per(part: number, whole: number | undefined, scale = 1): number | undefined {
  return whole ? (part / whole) * scale : undefined;
}

/** By how much it grew, as a share of what it was; none where it was nothing. */
export function growth(now: number, before: number): number | undefined {
  return per(now - before, before);
}

export function added(rows: readonly FigureRow[], names: readonly string[] = ADDITIVE): Figures {
  return Object.fromEntries(names.map((name) => [name, rows.reduce((sum, { figures }) => sum + count(figures, name), 0)]));
}

export function byKey(rows: readonly FigureRow[]): Map<string, FigureRow> {
  return new Map(rows.map((row) => [row.key, row]));
}
