import { expect, test } from 'vitest';
import type { FigureRow, Library } from '../../api';
import { byLevel, newest } from './report';

const library = (code: string, level: Library['level']): Library => ({ code, name: code, level, region: '330000' });

test('adds up the libraries of each level', () => {
  const rows: FigureRow[] = [
    { key: 'hz', figures: { participants: 30, attempts: 50 } },
    { key: 'nb', figures: { participants: 0, visits: 3 } },
    { key: 'gone', figures: { participants: 9 } },
  ];
  expect(byLevel([library('hz', 'CITY'), library('nb', 'CITY'), library('zj', 'PROVINCIAL')], rows)).toEqual([
    { level: 'PROVINCIAL', libraries: 1, joined: 0, participants: 0, attempts: 0 },
    { level: 'CITY', libraries: 2, joined: 1, participants: 30, attempts: 50 },
  ]);
});

test('is as new as its newest board', () => {
  const board = (asOf?: string) => ({ campaignId: 'x', dimension: 'WHOLE' as const, rows: [], ...(asOf ? { asOf } : {}) });
  expect(newest([board('2027-02-05T12:00:00Z'), board(), board('2027-02-05T13:00:00Z')])).toBe('2027-02-05T13:00:00Z');
  expect(newest([board()])).toBeUndefined();
});
