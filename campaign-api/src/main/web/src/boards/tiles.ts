import type { Province } from '../api/contract';
import { placed } from '../home/doors';

/** A tile's place, from 0. */
export interface Tile {
  province: Province;
  column: number;
  row: number;
}

/** The provinces' tiles; those without a place of their own fill the last row from the left. */
export function tilesOf(provinces: Province[]): { tiles: Tile[]; columns: number; rows: number } {
  const places = placed(provinces);
  const own = places.filter(({ province }) => hasPlace(province));
  const columns = Math.max(1, ...own.map(({ column }) => column));
  const rows = Math.max(1, ...own.map(({ row }) => row));
  const taken = new Set(own.filter(({ row }) => row === rows).map(({ column }) => column));
  const free = Array.from({ length: columns }, (_, index) => index + 1).filter((column) => !taken.has(column));
  const tiles = places.map(({ province, column, row }) => {
    const gap = hasPlace(province) ? undefined : free.shift();
    return gap === undefined
      ? { province, column: column - 1, row: row - 1 }
      : { province, column: gap - 1, row: rows - 1 };
  });
  return { tiles, columns, rows: 1 + Math.max(0, ...tiles.map(({ row }) => row)) };
}

function hasPlace({ gridColumn, gridRow }: Province): boolean {
  return gridColumn !== undefined && gridRow !== undefined;
}

const DIRECTIONS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The nearest tile in the direction of an arrow key; one straight ahead is nearer than one aside. */
export function towards(tiles: readonly Tile[], from: Tile, key: string): Tile | undefined {
  const direction = DIRECTIONS[key];
  if (!direction) {
    return undefined;
  }
  const [right, down] = direction;
  let best: { tile: Tile; far: number } | undefined;
  for (const tile of tiles) {
    const ahead = (tile.column - from.column) * right + (tile.row - from.row) * down;
    const aside = Math.abs((tile.column - from.column) * down) + Math.abs((tile.row - from.row) * right);
    const far = ahead + 2 * aside;
    if (ahead > 0 && ahead >= aside && (!best || far < best.far)) {
      best = { tile, far };
    }
  }
  return best?.tile;
}

/** ISO 3166-2:CN, for tiles that are too small for an English name. */
const LETTERS: Record<string, string> = {
  '11': 'BJ',
  '12': 'TJ',
  '13': 'HE',
  '14': 'SX',
  '15': 'NM',
  '21': 'LN',
  '22': 'JL',
  '23': 'HL',
  '31': 'SH',
  '32': 'JS',
  '33': 'ZJ',
  '34': 'AH',
  '35': 'FJ',
  '36': 'JX',
  '37': 'SD',
  '41': 'HA',
  '42': 'HB',
  '43': 'HN',
  '44': 'GD',
  '45': 'GX',
  '46': 'HI',
  '50': 'CQ',
  '51': 'SC',
  '52': 'GZ',
  '53': 'YN',
  '54': 'XZ',
  '61': 'SN',
  '62': 'GS',
  '63': 'QH',
  '64': 'NX',
  '65': 'XJ',
  '66': 'XPCC',
  '71': 'TW',
  '81': 'HK',
  '82': 'MO',
};

export function lettersOf({ code, englishName }: Province): string {
  return LETTERS[code.slice(0, 2)] ?? englishName.slice(0, 4);
}
