import type { Board, FigureRow, Library } from '../../api';
import { LEVELS } from '../../libraries/tree';
import { byKey, count } from '../figures';

export interface LevelLine {
  level: Library['level'];
  libraries: number;
  /** How many of them anybody has joined. */
  joined: number;
  participants: number;
  attempts: number;
}

/** What the libraries of each level brought, levels without a library left out. */
export function byLevel(libraries: readonly Library[], rows: readonly FigureRow[]): LevelLine[] {
  const known = byKey(rows);
  return LEVELS.map((level) => {
    const own = libraries.filter((library) => library.level === level).map(({ code }) => known.get(code)?.figures);
    return {
      level,
      libraries: own.length,
      joined: own.filter((figures) => count(figures, 'participants') > 0).length,
      participants: sum(own, 'participants'),
      attempts: sum(own, 'attempts'),
    };
  }).filter((line) => line.libraries > 0);
}

function sum(figures: readonly (FigureRow['figures'] | undefined)[], name: string): number {
  return figures.reduce((all, one) => all + count(one, name), 0);
}

/** The newest event that any of the boards counted. */
export function newest(boards: readonly Board[]): string | undefined {
  return boards.map(({ asOf }) => asOf).reduce((latest, asOf) => (asOf && (!latest || asOf > latest) ? asOf : latest), undefined);
}
