import { expect, test } from 'vitest';
import type { Province } from '../api/contract';
import { areaOf, byArea, goesBy, placed } from './doors';

function province(code: string, more: Partial<Province> = {}): Province {
  return { code, name: '浙江省', shortName: '浙江', englishName: 'Zhejiang', pinyin: 'zhejiang', ...more };
}

test.each([
  ['110000', 'NORTH'],
  ['230000', 'NORTHEAST'],
  ['330000', 'EAST'],
  ['430000', 'CENTRAL'],
  ['440000', 'SOUTH'],
  ['530000', 'SOUTHWEST'],
  ['650000', 'NORTHWEST'],
  ['660000', 'NORTHWEST'],
  ['710000', 'ISLANDS'],
  ['820000', 'ISLANDS'],
])('finds the part of the country of %s', (code, area) => {
  expect(areaOf(province(code))).toBe(area);
});

test('leaves out a part of the country without provinces', () => {
  expect(byArea([province('330000'), province('110000')]).map(({ area }) => area)).toEqual(['NORTH', 'EAST']);
});

test.each(['浙', '浙江省', 'zhe', 'ZheJiang', ' zhe jiang ', ''])('finds Zhejiang by “%s”', (typed) => {
  expect(goesBy(province('330000'), typed)).toBe(true);
});

test.each(['江西', 'jiang', 'x'])('does not find Zhejiang by “%s”', (typed) => {
  expect(goesBy(province('330000'), typed)).toBe(false);
});

test('puts provinces into the grid, and those without a place of their own below it', () => {
  const places = placed([
    province('1', { gridColumn: 3, gridRow: 4 }),
    province('2', { gridColumn: 0, gridRow: 2 }),
    province('3', { gridColumn: 7, gridRow: 0 }),
    province('4'),
    province('5'),
  ]);
  expect(places.map(({ column, row }) => [column, row])).toEqual([
    [4, 5],
    [1, 3],
    [8, 1],
    [1, 6],
    [2, 6],
  ]);
});
