import { expect, test } from 'vitest';
import { rulesOf } from './rules';

test('takes away the numbers that somebody wrote', () => {
  expect(rulesOf('1. 每份十题。\n2、每天五次。\n（3）取最好成绩。\n四、请监护人陪同。')).toEqual([
    '每份十题。',
    '每天五次。',
    '取最好成绩。',
    '请监护人陪同。',
  ]);
});

test('leaves other numbers and empty lines out of it', () => {
  expect(rulesOf('14 岁以下请监护人陪同。\n\n2027年2月截止。\n')).toEqual(['14 岁以下请监护人陪同。', '2027年2月截止。']);
});
