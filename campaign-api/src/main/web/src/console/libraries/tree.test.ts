import { expect, test } from 'vitest';
import type { Library } from '../api';
import { LibraryTree } from './tree';

const library = (code: string, name: string, level: Library['level'], region: string, parent?: string): Library => ({
  code, name, level, region, ...(parent ? { parent } : {}),
});
const tree = new LibraryTree([
  library('NLC', '中国国家图书馆', 'NATIONAL', '110000'),
  library('P-330000', '浙江图书馆', 'PROVINCIAL', '330000', 'NLC'),
  library('C-330100', '杭州图书馆', 'CITY', '330100', 'P-330000'),
  library('X', '没有上级的馆', 'COUNTY', '440100', 'gone'),
]);
const codes = (rows: { library: Library }[]) => rows.map((row) => row.library.code);

test('shows what is unfolded', () => {
  expect(codes(tree.rows(new Set()))).toEqual(['NLC', 'X']);
  expect(tree.rows(new Set(['NLC', 'P-330000'])).map(({ depth }) => depth)).toEqual([0, 1, 2, 0]);
});

test('finds by name, code, level and province', () => {
  expect(codes(tree.found({ text: '杭州', level: '', province: '' }))).toEqual(['C-330100']);
  expect(codes(tree.found({ text: 'p-33', level: '', province: '' }))).toEqual(['P-330000']);
  expect(codes(tree.found({ text: '', level: 'COUNTY', province: '' }))).toEqual(['X']);
  expect(codes(tree.found({ text: '', level: '', province: '330000' }))).toEqual(['P-330000', 'C-330100']);
});

test('knows the way to a library, and who is under whom', () => {
  expect(tree.path('C-330100').map(({ code }) => code)).toEqual(['NLC', 'P-330000', 'C-330100']);
  expect(tree.isWithin('C-330100', 'P-330000')).toBe(true);
  expect(tree.isWithin('P-330000', 'C-330100')).toBe(false);
});

test('a circle does not catch it', () => {
  const circle = new LibraryTree([library('A', '甲', 'CITY', '1', 'B'), library('B', '乙', 'CITY', '1', 'A')]);
  expect(circle.path('A')).toHaveLength(2);
  expect(codes(circle.rows(new Set(['A', 'B'])))).toEqual([]);
});
