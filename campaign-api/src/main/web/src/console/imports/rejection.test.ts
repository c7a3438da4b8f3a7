import { expect, test } from 'vitest';
import { asText, linesOf } from './rejection';

const cell = (row: number, column: string, zh: string) => ({ row, column, code: 'invalid.x', messages: { zh, en: `${zh}!` } });

test('orders by row and keeps the order within a row', () => {
  const lines = linesOf([cell(7, '题干', '不能为空'), cell(3, '答案', '乙'), cell(3, '难度', '甲')], ({ zh }) => zh);
  expect(lines.map(({ row, reason }) => `${row}${reason}`)).toEqual(['3乙', '3甲', '7不能为空']);
});

test('speaks the language of the page', () => {
  expect(linesOf([cell(2, '题干', '不能为空')], ({ en }) => en)[0]?.reason).toBe('不能为空!');
});

test('copies as a table of its own', () => {
  const lines = linesOf([cell(0, '', '读不懂'), cell(2, '题干', '有\n换行')], ({ zh }) => zh);
  expect(asText(lines, ['行', '列', '原因'], '整个文件')).toBe('行\t列\t原因\n整个文件\t-\t读不懂\n2\t题干\t有 换行');
});
