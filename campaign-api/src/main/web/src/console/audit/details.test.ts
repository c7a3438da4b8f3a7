import { expect, test } from 'vitest';
import { detailIn } from './details';

test('reads in Chinese what the services wrote', () => {
  expect(detailIn('zh', 'revision 3')).toBe('修订 3');
  expect(detailIn('zh', 'version 2: added 4, changed 0, removed 1, attempts touched 7')).toBe(
    '第 2 版：新增 4，修改 0，删除 1，重新判分 7 份',
  );
  expect(detailIn('zh', 'LIAISON P-440000')).toBe('联络员 P-440000');
});

test('leaves the rest as it was written', () => {
  expect(detailIn('en', 'revision 3')).toBe('revision 3');
  expect(detailIn('zh', 'xlsx')).toBe('xlsx');
});
