import type { BoardRow, MyAttempts } from '../api/contract';
import { TOGETHER } from './live';

/** People, people in ten thousand inhabitants, people in a hundred registered readers. */
export type Measure = 'PEOPLE' | 'PER_INHABITANTS' | 'PER_READERS';

export interface Denominators {
  inhabitants?: number;
  readers?: number;
}

/** Who takes part: in a campaign those who joined, in an activity those who answered; undefined where a group is too small to be told. */
export function people(row: BoardRow | undefined, ofActivity: boolean): number | undefined {
  const group = ofActivity ? 'players' : 'participants';
  return row?.hidden?.includes(group) ? undefined : (row?.figures[group] ?? 0);
}

/** Undefined where the people or the denominator are not known. */
export function measured(count: number | undefined, measure: Measure, of: Denominators | undefined): number | undefined {
  switch (measure) {
    case 'PEOPLE':
      return count;
    case 'PER_INHABITANTS':
      return share(count, of?.inhabitants, 10_000);
    case 'PER_READERS':
      return share(count, of?.readers, 100);
  }
}

function share(count: number | undefined, of: number | undefined, each: number): number | undefined {
  return count === undefined || !of ? undefined : (count / of) * each;
}

/** The mean of the attempts in percent; undefined without attempts. */
export function mean({ figures: { points = 0, attempts = 0 } }: BoardRow): number | undefined {
  return attempts > 0 ? points / attempts : undefined;
}

export interface Placed<T> {
  item: T;
  value: number | undefined;
  /** From 1; equals share it. Nobody at all and what is not known have none. */
  rank: number | undefined;
}

/** Most first; equals keep the order in which they came, and what is not known comes last. */
export function ranked<T>(items: readonly T[], valueOf: (item: T) => number | undefined): Placed<T>[] {
  const placed: Placed<T>[] = items
    .map((item) => ({ item, value: valueOf(item), rank: undefined }))
    .sort((one, other) => (other.value ?? -1) - (one.value ?? -1));
  placed.forEach((place, index) => {
    if (place.value) {
      const before = placed[index - 1];
      place.rank = before?.value === place.value ? before.rank : index + 1;
    }
  });
  return placed;
}

/** Without the row that adds up what is hidden. */
export function places(rows: readonly BoardRow[]): BoardRow[] {
  return rows.filter(({ key }) => key !== TOGETHER);
}

/** A best attempt as rankings compare it: whole percent, then whole seconds; undefined without an attempt that counts. */
export function standing({ best, attempts }: MyAttempts): { percent: number; seconds: number } | undefined {
  const maxScore = attempts.find(({ attemptId }) => attemptId === best?.attemptId)?.maxScore;
  return best && maxScore
    ? { percent: Math.floor((100 * best.score) / maxScore), seconds: Math.floor(best.durationMillis / 1000) }
    : undefined;
}
