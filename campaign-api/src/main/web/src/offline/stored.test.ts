import { expect, test } from 'vitest';
import { stored, storedKeys } from './stored';

// There is no localStorage here: what is tested is what a private window gets.
test('keeps a value for the page where the browser keeps nothing', () => {
  stored<number[]>('sx.sheet.a').write([1, 2]);
  expect(stored<number[]>('sx.sheet.a').read()).toEqual([1, 2]);
  expect(storedKeys('sx.sheet.')).toEqual(['sx.sheet.a']);
  stored('sx.sheet.a').remove();
  expect(stored('sx.sheet.a').read()).toBeUndefined();
});
