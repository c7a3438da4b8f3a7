import { expect, test } from 'vitest';
import { activityOf, around, fieldName, problemsAt, problemsIn, withinActivity } from './fields';

const problem = (field: string) => ({ field, code: 'NotNull', messages: { zh: '不能缺少', en: 'is missing' } });

test('looks for the field, then for those around it', () => {
  expect(around('activities[0].blueprint[2].count')).toEqual([
    'activities[0].blueprint[2].count',
    'activities[0].blueprint[2]',
    'activities[0].blueprint',
    'activities[0]',
    'activities',
  ]);
  expect(around('id')).toEqual(['id']);
});

test('knows the activity of a field', () => {
  expect(activityOf('activities[11].title.zh')).toBe(11);
  expect(activityOf('activities')).toBeUndefined();
  expect(withinActivity('activities[1].title.zh')).toBe('title.zh');
});

test('names a field as the form does', () => {
  expect(fieldName('activities[0].blueprint[2].count')).toBe('blueprint');
  expect(fieldName('activities[0].eligibility.regions')).toBe('regions');
  expect(fieldName('window.opensAt')).toBe('window.opensAt');
  expect(fieldName('activities')).toBe('activities');
});

test('gives each field its own problems, and a group those of its parts', () => {
  const problems = [problem('title.zh'), problem('activities[1].id'), problem('activities[10].id'), problem('activities[1]')];
  expect(problemsAt(problems, 'title.zh')).toHaveLength(1);
  expect(problemsIn(problems, 'activities[1]').map(({ field }) => field)).toEqual(['activities[1].id', 'activities[1]']);
});
