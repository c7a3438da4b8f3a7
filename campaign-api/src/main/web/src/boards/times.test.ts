import { expect, test } from 'vitest';
import { dayAt, dayBefore, daysOf, hourAt, hoursOf } from './times';

test('changes the day at midnight in China', () => {
  expect(dayAt(Date.parse('2027-02-05T15:59:59Z'))).toBe('2027-02-05');
  expect(dayAt(Date.parse('2027-02-05T16:00:00Z'))).toBe('2027-02-06');
});

test('knows yesterday, across a year too', () => {
  expect(dayBefore('2027-03-01')).toBe('2027-02-28');
  expect(dayBefore('2027-01-01')).toBe('2026-12-31');
});

test('tells the hour in China', () => {
  expect(hourAt(Date.parse('2027-02-05T12:30:00Z'))).toBe(20.5);
  expect(hourAt(Date.parse('2027-02-05T16:00:00Z'))).toBe(0);
});

test('fills the hours in which nothing happened', () => {
  const hours = hoursOf('2027-02-05', [
    { key: '2027-02-04T20', figures: { visits: 5 } },
    { key: '2027-02-05T08', figures: { visits: 7 } },
  ]);
  expect(hours).toHaveLength(24);
  expect(hours[8]).toEqual({ key: '2027-02-05T08', figures: { visits: 7 } });
  expect(hours[20]).toEqual({ key: '2027-02-05T20', figures: {} });
});

const window = { opensAt: '2027-02-03T16:00:00Z', closesAt: '2027-02-06T16:00:00Z' };
const days = (now: string, ...keys: string[]) =>
  daysOf(
    window,
    Date.parse(now),
    keys.map((key) => ({ key, figures: {} })),
  ).map(({ key }) => key);

test('has the days of a campaign up to today', () => {
  expect(days('2027-02-05T01:00:00Z')).toEqual(['2027-02-04', '2027-02-05']);
});

test('ends with the last day of a campaign that closes at midnight', () => {
  expect(days('2027-03-01T01:00:00Z').at(-1)).toBe('2027-02-06');
});

test('has days outside of the window where something happened', () => {
  expect(days('2027-02-04T01:00:00Z', '2027-02-01', '2027-02-04')).toEqual(['2027-02-01', '2027-02-04']);
});
