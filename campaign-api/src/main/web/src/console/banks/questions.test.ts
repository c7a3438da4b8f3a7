import { expect, test } from 'vitest';
import type { BankQuestion } from '../api';
import { answerText, found } from './questions';

const question = (given: Partial<BankQuestion>): BankQuestion => ({
  id: 'SF-001',
  kind: 'MULTIPLE_CHOICE',
  category: '春节习俗',
  difficulty: 'EASY',
  stem: '从腊月到正月，会先后遇到哪些节日？',
  options: ['小年', '重阳节', '元宵节'],
  answer: 'AC',
  explanation: '',
  source: '《燕京岁时记》',
  ...given,
});
const none = { text: '', kind: '', category: '', difficulty: '' } as const;

test('finds by every word, anywhere in the question', () => {
  const bank = [question({}), question({ id: 'SF-002', stem: '除夕守岁' })];
  expect(found(bank, { ...none, text: '燕京 守岁' }).map(({ id }) => id)).toEqual(['SF-002']);
  expect(found(bank, { ...none, text: 'sf-001' })).toHaveLength(1);
});

test('filters by kind, category and difficulty', () => {
  const bank = [question({}), question({ kind: 'TRUE_FALSE', difficulty: 'HARD' })];
  expect(found(bank, { ...none, kind: 'TRUE_FALSE' })).toHaveLength(1);
  expect(found(bank, { ...none, difficulty: 'EASY', category: '春节习俗' })).toHaveLength(1);
  expect(found(bank, { ...none, category: '诗词' })).toEqual([]);
});

test('writes answers out', () => {
  expect(answerText(question({}))).toBe('A 小年；C 元宵节');
  expect(answerText(question({ kind: 'TRUE_FALSE', options: [], answer: '对' }))).toBe('对');
});
