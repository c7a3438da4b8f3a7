import { expect, test } from 'vitest';
import type { BoardRow, Library } from '../api/contract';
import { board, found, own, type Filter } from './libraries';
import type { Measure } from './ranks';

const directory = new Map<string, Library>(
  (
    [
      { code: 'P-33', name: '浙江图书馆', level: 'PROVINCIAL', region: '330000', readers: 1_000 },
      { code: 'C-3301', name: '杭州图书馆', level: 'CITY', region: '330100', readers: 100 },
      { code: 'C-3302', name: '宁波图书馆', level: 'CITY', region: '330200' },
      { code: 'C-4401', name: '广州图书馆', level: 'CITY', region: '440100' },
      { code: 'X-1', name: '淳安县图书馆', level: 'COUNTY', region: '330127' },
    ] satisfies Library[]
  ).map((library) => [library.code, library]),
);
const row = (key: string, participants: number): BoardRow => ({ key, figures: { participants } });
const rows: BoardRow[] = [
  row('P-33', 50),
  row('C-4401', 30),
  row('C-3301', 20),
  { key: 'C-3302', figures: {}, hidden: ['participants'] },
  { key: '*', figures: { participants: 11 } },
];
const boardOf = (filter: Partial<Filter> = {}, measure: Measure = 'PEOPLE') =>
  board(rows, directory, { level: 'ALL', province: '', ...filter }, measure, false);
const seen = (placed: ReturnType<typeof boardOf>) => placed.map(({ item, rank }) => [item.code, rank]);

test('ranks all libraries, those that are hidden last and without a rank', () => {
  expect(seen(boardOf())).toEqual([
    ['P-33', 1],
    ['C-4401', 2],
    ['C-3301', 3],
    ['C-3302', undefined],
  ]);
});

test('ranks among a level and a province', () => {
  expect(seen(boardOf({ level: 'CITY' }))).toEqual([
    ['C-4401', 1],
    ['C-3301', 2],
    ['C-3302', undefined],
  ]);
  expect(seen(boardOf({ level: 'CITY', province: '330000' }))[0]).toEqual(['C-3301', 1]);
});

test('ranks by readers those that have told how many they have', () => {
  expect(seen(boardOf({}, 'PER_READERS')).slice(0, 2)).toEqual([
    ['C-3301', 1],
    ['P-33', 2],
  ]);
  expect(boardOf({}, 'PER_READERS')[2]!.rank).toBeUndefined();
});

test('finds by name without changing the rank, and those that nobody has chosen yet', () => {
  expect(seen(found(boardOf(), directory, ' 州 '))).toEqual([
    ['C-4401', 2],
    ['C-3301', 3],
  ]);
  expect(found(boardOf(), directory, '淳安')[0]).toMatchObject({ item: { code: 'X-1', row: undefined }, rank: undefined });
});

test('finds the own library on the filtered board, else among all, else in the directory', () => {
  const all = boardOf();
  expect(own('C-3301', boardOf({ level: 'CITY' }), all, directory).rank).toBe(2);
  expect(own('C-3301', boardOf({ level: 'COUNTY' }), all, directory).rank).toBe(3);
  expect(own('X-1', all, all, directory)).toMatchObject({ item: { library: { name: '淳安县图书馆' } }, rank: undefined });
});
