import { expect, test } from 'vitest';
import { funnel } from './funnel';

test('tells how many of each step take the next', () => {
  const steps = funnel({ visitors: 1000, participants: 400, quizvisitors: 300, players: 240, attempts: 999 });
  expect(steps.map((step) => step.count)).toEqual([1000, 400, 300, 240]);
  expect(steps.map(({ ofPrevious }) => ofPrevious)).toEqual([undefined, 0.4, 0.75, 0.8]);
  expect(steps.at(-1)!.ofFirst).toBe(0.24);
});

test('has no rate of nobody', () => {
  expect(funnel({}).map(({ ofPrevious }) => ofPrevious)).toEqual([undefined, undefined, undefined, undefined]);
  expect(funnel(undefined).map((step) => step.count)).toEqual([0, 0, 0, 0]);
});
