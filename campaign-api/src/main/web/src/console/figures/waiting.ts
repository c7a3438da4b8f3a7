import type { FigureRow, Library, Province } from '../api';
import { byKey, count } from './figures';

/** A province and its libraries that nobody has joined yet. */
export interface WaitingProvince {
  province: Province;
  /** Nobody of the whole province has joined. */
  entirely: boolean;
  libraries: Library[];
  /** How many libraries there are of the levels asked for. */
  inAll: number;
}

/** Who has not started: provinces without a participant, and libraries by province, as the provinces come. */
export function waiting(
  provinces: readonly Province[],
  libraries: readonly Library[],
  provinceRows: readonly FigureRow[],
  libraryRows: readonly FigureRow[],
  level: Library['level'] | '',
): WaitingProvince[] {
  const hasStarted = starters(libraryRows);
  const provinceStarted = starters(provinceRows);
  return provinces
    .map((province) => {
      const own = libraries.filter(
        (library) => library.region.slice(0, 2) === province.code.slice(0, 2) && (level === '' || library.level === level),
      );
      return {
        province,
        entirely: !provinceStarted(province.code),
        libraries: own.filter(({ code }) => !hasStarted(code)),
        inAll: own.length,
      };
    })
    .filter(({ entirely, libraries: left }) => entirely || left.length > 0);
}

function starters(rows: readonly FigureRow[]): (key: string) => boolean {
  const known = byKey(rows);
  return (key) => count(known.get(key)?.figures, 'participants') > 0;
}

/** For a message or a list of calls: a line for each library, a column for each fact. */
export function asCallingList(
  groups: readonly WaitingProvince[],
  heads: readonly string[],
  nameOf: { level: (level: Library['level']) => string; nobody: string },
): string {
  const lines = groups.flatMap(({ province, entirely, libraries }) =>
    libraries.length === 0
      ? [[province.name, entirely ? nameOf.nobody : '', '', '']]
      : libraries.map(({ name, level, code }) => [province.name, name, nameOf.level(level), code]),
  );
  return [heads, ...lines].map((cells) => cells.join('\t')).join('\n');
}
