import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { effectScope, type EffectScope } from 'vue';
import { polled, type Polled } from './polled';

let scope: EffectScope;
let answers: { tell(value: string): void; fail(cause: Error): void }[];
let sight: { visibilityState: string; changed: () => void };

const start = (): Polled<string> =>
  scope.run(() =>
    polled(
      () =>
        new Promise<string>((tell, fail) => {
          answers.push({ tell, fail });
        }),
      5_000,
    ),
  )!;
const pass = (millis: number) => vi.advanceTimersByTimeAsync(millis);

beforeEach(() => {
  vi.useFakeTimers();
  scope = effectScope();
  answers = [];
  sight = { visibilityState: 'visible', changed: () => undefined };
  vi.stubGlobal('document', {
    get visibilityState() {
      return sight.visibilityState;
    },
    addEventListener: (_type: string, listener: () => void) => (sight.changed = listener),
    removeEventListener: () => (sight.changed = () => undefined),
  });
});

afterEach(() => {
  scope.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('asks again some time after each answer', async () => {
  const { value } = start();
  answers[0]!.tell('one');
  await pass(4_999);
  expect([value.value, answers.length]).toEqual(['one', 1]);
  await pass(1);
  expect(answers).toHaveLength(2);
});

test('rests while nobody looks, and asks at once when somebody does', async () => {
  start();
  answers[0]!.tell('one');
  sight.visibilityState = 'hidden';
  await pass(60_000);
  expect(answers).toHaveLength(1);
  sight.visibilityState = 'visible';
  sight.changed();
  expect(answers).toHaveLength(2);
});

test('keeps what it knows when an attempt fails, and tries again', async () => {
  const { value, error } = start();
  answers[0]!.tell('one');
  await pass(5_000);
  answers[1]!.fail(new Error('gone'));
  await pass(5_000);
  expect([value.value, (error.value as Error).message, answers.length]).toEqual(['one', 'gone', 3]);
  answers[2]!.tell('two');
  await pass(0);
  expect([value.value, error.value]).toEqual(['two', undefined]);
});

test('does not take a late answer to an older question', async () => {
  const { value, load } = start();
  void load();
  answers[1]!.tell('new');
  await pass(0);
  answers[0]!.tell('old');
  await pass(0);
  expect(value.value).toBe('new');
});

test('is quiet once the component is gone', async () => {
  start();
  answers[0]!.tell('one');
  await pass(0);
  scope.stop();
  await pass(60_000);
  sight.changed();
  expect(answers).toHaveLength(1);
});
