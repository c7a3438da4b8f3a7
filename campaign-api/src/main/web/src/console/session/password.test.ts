import { expect, test } from 'vitest';
import { rulesKept, strength } from './password';

test('knows the rules of the server', () => {
  expect(rulesKept('short', 'old', 'admin')).toEqual({ length: false, bytes: true, other: true, name: true });
  expect(rulesKept('old-password', 'old-password', 'admin').other).toBe(false);
  expect(rulesKept('my-ADMIN-password', 'old', 'admin').name).toBe(false);
});

test('counts characters for the least and bytes for the most', () => {
  expect(rulesKept('一二三四五六七八九十', '', 'admin').length).toBe(true);
  expect(rulesKept('春'.repeat(25), '', 'admin').bytes).toBe(false);
});

test('is not impressed by runs and repetitions', () => {
  expect(strength('')).toBe(0);
  expect(strength('1234567890')).toBeLessThanOrEqual(1);
  expect(strength('aaaaaaaaaaaa')).toBeLessThanOrEqual(1);
  expect(strength('k7mq-tr4w-x9pd')).toBe(4);
});
