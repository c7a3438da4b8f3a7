import type { Province } from '../api/contract';

export const AREAS = ['NORTH', 'NORTHEAST', 'EAST', 'CENTRAL', 'SOUTH', 'SOUTHWEST', 'NORTHWEST', 'ISLANDS'] as const;
export type Area = (typeof AREAS)[number];

/** The part of the country, by the first digits of the GB/T 2260 code. */
export function areaOf({ code }: Province): Area {
  switch (code[0]) {
    case '1':
      return 'NORTH';
    case '2':
      return 'NORTHEAST';
    case '3':
      return 'EAST';
    case '4':
      return code < '44' ? 'CENTRAL' : 'SOUTH';
    case '5':
      return 'SOUTHWEST';
    case '6':
      return 'NORTHWEST';
    default:
      return 'ISLANDS';
  }
}

export function byArea(provinces: Province[]): { area: Area; provinces: Province[] }[] {
  return AREAS.map((area) => ({ area, provinces: provinces.filter((province) => areaOf(province) === area) })).filter(
    (group) => group.provinces.length > 0,
  );
}

/** Whether a province goes by what was typed: its names in both languages or the beginning of its pinyin. */
export function goesBy({ name, shortName, englishName, pinyin }: Province, typed: string): boolean {
  const wanted = typed.trim().toLowerCase().replaceAll(/[\s']/g, '');
  const latin = englishName.toLowerCase().replaceAll(' ', '');
  return name.includes(wanted) || shortName.includes(wanted) || pinyin.startsWith(wanted) || latin.startsWith(wanted);
}

/** The place of each province in the grid, from 1; those without one of their own stand in a row below. */
export function placed(provinces: Province[]): { province: Province; column: number; row: number }[] {
  const rows = provinces.flatMap(({ gridRow }) => gridRow ?? []);
  const belowAll = rows.length > 0 ? Math.max(...rows) + 2 : 1;
  let spare = 0;
  return provinces.map((province) =>
    province.gridColumn === undefined || province.gridRow === undefined
      ? { province, column: ++spare, row: belowAll }
      : { province, column: province.gridColumn + 1, row: province.gridRow + 1 },
  );
}
