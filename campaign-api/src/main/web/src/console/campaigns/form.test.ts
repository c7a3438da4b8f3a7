import { expect, test } from 'vitest';
import type { Draft } from '../api';
import { definitionOf, differences, formOf, freeActivityId } from './form';

const stored: Draft = {
  id: 'chunjie-2027',
  state: 'DRAFT',
  revision: 4,
  title: { zh: '新年', en: null },
  window: { opensAt: '2027-02-01T00:00:00Z', closesAt: null },
  activities: [{ id: 'a', kind: 'QUIZ', title: { zh: '年俗' }, blueprint: [{ category: '诗词', difficulty: 'EASY', count: 5 }] }],
};

test('a draft that went through the form says the same', () => {
  const sent = definitionOf('chunjie-2027', formOf(stored));
  expect(sent.title).toEqual({ zh: '新年', en: null });
  expect(sent.window).toEqual({ opensAt: '2027-02-01T00:00:00Z', closesAt: null });
  expect(sent.activities?.[0]?.blueprint).toEqual([{ category: '诗词', difficulty: 'EASY', count: 5 }]);
  expect(formOf(sent)).toEqual(formOf(stored));
});

test('a form of its own is no part of the draft', () => {
  const form = formOf(stored);
  form.activities[0]!.blueprint[0]!.count = 9;
  expect(stored.activities?.[0]?.blueprint?.[0]?.count).toBe(5);
});

test('finds what two people have written differently', () => {
  const mine = formOf(stored);
  mine.title.zh = '新春';
  mine.activities[0]!.timeLimitSeconds = 60;
  mine.activities[0]!.regions = ['330000'];
  expect(differences(mine, stored).map(({ path }) => path)).toEqual([
    'title.zh',
    'activities[0].regions',
    'activities[0].timeLimitSeconds',
  ]);
});

test('an activity that only one of them has is one difference', () => {
  const mine = formOf({ ...stored, activities: [] });
  expect(differences(mine, stored)).toEqual([{ path: 'activities[0]', mine: undefined, theirs: formOf(stored).activities[0] }]);
});

test('gives each further activity an id of its own', () => {
  expect(freeActivityId('chunjie', [])).toBe('chunjie-quiz');
  expect(freeActivityId('chunjie', ['chunjie-quiz', 'chunjie-quiz-2'])).toBe('chunjie-quiz-3');
});
