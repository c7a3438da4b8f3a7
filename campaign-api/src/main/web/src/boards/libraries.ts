import type { BoardRow, Library } from '../api/contract';
import { measured, people, places, ranked, type Measure, type Placed } from './ranks';

export type Level = 'ALL' | 'PROVINCIAL' | 'CITY' | 'COUNTY';

/** A library of the directory with its row, of which one or the other may be missing. */
export interface Standing {
  code: string;
  library: Library | undefined;
  row: BoardRow | undefined;
}

export interface Filter {
  level: Level;
  /** GB/T 2260; empty for all. */
  province: string;
}

/** The libraries of a board that pass the filter, best first; the rank is the one among these. */
export function board(
  rows: readonly BoardRow[],
  directory: ReadonlyMap<string, Library>,
  { level, province }: Filter,
  measure: Measure,
  ofActivity: boolean,
): Placed<Standing>[] {
  const standings = places(rows)
    .map((row) => ({ code: row.key, library: directory.get(row.key), row }))
    .filter(
      ({ library }) =>
        (level === 'ALL' || library?.level === level) &&
        (province === '' || library?.region.slice(0, 2) === province.slice(0, 2)),
    );
  return ranked(standings, ({ library, row }) => measured(people(row, ofActivity), measure, library));
}

/** Those whose name has what was typed, with the rank that they have on the board; libraries without a row come last. */
export function found(
  placed: readonly Placed<Standing>[],
  directory: ReadonlyMap<string, Library>,
  typed: string,
): Placed<Standing>[] {
  const wanted = typed.trim().toLowerCase();
  const fits = (name: string | undefined) => name?.toLowerCase().includes(wanted) ?? false;
  const there = new Set(placed.map(({ item }) => item.code));
  const notYet = [...directory.values()].filter(({ code, name }) => !there.has(code) && fits(name));
  return [
    ...placed.filter(({ item }) => fits(item.library?.name)),
    ...notYet.map((library) => ({
      item: { code: library.code, library, row: undefined },
      value: undefined,
      rank: undefined,
    })),
  ];
}

/** Where one library stands: among those of the filter if it is one of them, else among all. */
export function own(
  code: string,
  filtered: readonly Placed<Standing>[],
  all: readonly Placed<Standing>[],
  directory: ReadonlyMap<string, Library>,
): Placed<Standing> {
  const isIt = ({ item }: Placed<Standing>) => item.code === code;
  return (
    filtered.find(isIt) ??
    all.find(isIt) ?? { item: { code, library: directory.get(code), row: undefined }, value: undefined, rank: undefined }
  );
}
