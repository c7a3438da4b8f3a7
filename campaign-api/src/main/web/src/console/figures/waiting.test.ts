import { expect, test } from 'vitest';
import type { Library, Province } from '../api';
import { asCallingList, waiting } from './waiting';

const province = (code: string, name: string) => ({ code, name }) as Province;
const library = (code: string, level: Library['level'], region: string): Library => ({ code, name: `${code}馆`, level, region });
const provinces = [province('330000', '浙江省'), province('540000', '西藏自治区'), province('820000', '澳门特别行政区')];
const libraries = [library('zj', 'PROVINCIAL', '330000'), library('hz', 'CITY', '330100'), library('ls', 'CITY', '540100')];
const joined = (key: string, participants: number) => ({ key, figures: { participants, visits: 5 } });

test('lists by province who nobody has joined; visits alone are no start', () => {
  const groups = waiting(provinces, libraries, [joined('330000', 3), joined('540000', 0)], [joined('zj', 3), joined('hz', 0)], '');
  expect(groups.map(({ province: { name }, entirely, libraries: left, inAll }) => [name, entirely, left.map(({ code }) => code), inAll])).toEqual([
    ['浙江省', false, ['hz'], 2],
    ['西藏自治区', true, ['ls'], 1],
    ['澳门特别行政区', true, [], 0],
  ]);
});

test('asks for one level only', () => {
  const groups = waiting(provinces.slice(0, 1), libraries, [joined('330000', 3)], [], 'PROVINCIAL');
  expect(groups.map(({ libraries: left, inAll }) => [left.map(({ code }) => code), inAll])).toEqual([[['zj'], 1]]);
});

test('leaves out a province where all have started', () => {
  expect(waiting(provinces.slice(0, 1), libraries, [joined('330000', 3)], [joined('zj', 1), joined('hz', 2)], '')).toEqual([]);
});

test('can be pasted into a spreadsheet', () => {
  const groups = waiting(provinces, libraries, [joined('330000', 3)], [joined('zj', 3)], '');
  expect(asCallingList(groups, ['省份', '图书馆', '级别', '编号'], { level: (level) => level, nobody: '全省无人参加' }).split('\n')).toEqual([
    '省份\t图书馆\t级别\t编号',
    '浙江省\thz馆\tCITY\thz',
    '西藏自治区\tls馆\tCITY\tls',
    '澳门特别行政区\t全省无人参加\t\t',
  ]);
});
