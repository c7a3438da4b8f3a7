import { expect, test } from 'vitest';
import type { Province } from '../api/contract';
import { lettersOf, tilesOf, towards } from './tiles';

function province(code: string, gridColumn?: number, gridRow?: number): Province {
  const place = gridColumn === undefined || gridRow === undefined ? {} : { gridColumn, gridRow };
  return { code, name: code, shortName: code, englishName: 'Somewhere', pinyin: 'x', ...place };
}

const { tiles, columns, rows } = tilesOf([
  province('a', 0, 0),
  province('b', 2, 0),
  province('c', 1, 1),
  province('d', 2, 2),
  province('e'),
  province('f', 0, 2),
]);
const tile = (code: string) => tiles.find((tile) => tile.province.code === code)!;

test('puts a province without a place into the first gap of the last row', () => {
  expect([columns, rows]).toEqual([3, 3]);
  expect(tile('e')).toMatchObject({ column: 1, row: 2 });
});

test('opens a row where there is no gap', () => {
  const full = tilesOf([province('a', 0, 0), province('b')]);
  expect(full.rows).toBe(2);
  expect(full.tiles[1]).toMatchObject({ column: 0, row: 1 });
});

test.each([
  ['a', 'ArrowRight', 'b'],
  ['a', 'ArrowDown', 'f'],
  ['c', 'ArrowDown', 'e'],
  ['c', 'ArrowRight', 'b'],
  ['f', 'ArrowRight', 'e'],
  ['b', 'ArrowLeft', 'a'],
  ['b', 'ArrowUp', undefined],
  ['a', 'Enter', undefined],
])('from %s with %s to %s', (from, key, to) => {
  expect(towards(tiles, tile(from), key)?.province.code).toBe(to);
});

test('does not jump far aside', () => {
  const [one, other] = tilesOf([province('a', 0, 0), province('b', 3, 1)]).tiles;
  expect(towards([one!, other!], one!, 'ArrowDown')).toBeUndefined();
  expect(towards([one!, other!], one!, 'ArrowRight')).toBe(other);
});

test('has letters for a tile in English', () => {
  expect(lettersOf(province('610000'))).toBe('SN');
  expect(lettersOf(province('990000'))).toBe('Some');
});
