import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Board, Dimension, LiveMessage } from '../api/contract';
import { NetworkFailure, Problem } from '../api/http';
import { follow, type Following, type Stream, type Surroundings, type Wanted } from './connection';
import { boardOf } from './live';

class PretendedStream implements Stream {
  readyState = 0;
  onerror: (() => void) | null = null;
  closed = false;
  private readonly listeners = new Map<string, (event: { data: string }) => void>();

  addEventListener(type: string, listener: (event: { data: string }) => void) {
    this.listeners.set(type, listener);
  }

  close() {
    this.closed = true;
    this.readyState = 2;
  }

  send(type: 'snapshot' | 'change', message: LiveMessage) {
    this.listeners.get(type)!({ data: JSON.stringify(message) });
  }

  fail(readyState: 0 | 2) {
    this.readyState = readyState;
    this.onerror!();
  }
}

const whole = (visits: number, asOf: string): LiveMessage => ({
  boards: [{ dimension: 'WHOLE', asOf, rows: [{ key: 'all', figures: { visits } }] }],
});
const EIGHT = '2027-02-05T12:00:00Z';
const NINE = '2027-02-05T13:00:00Z';

let streams: PretendedStream[];
let visible: boolean;
let online: boolean;
let moved: () => void;
let asked: string[];
let answer: (dimension: Dimension) => Board;
let following: Following;

const around = (more: Partial<Surroundings> = {}): Surroundings => ({
  open: () => {
    const stream = new PretendedStream();
    streams.push(stream);
    return stream;
  },
  ask: async (_campaign, dimension, { activity }) => {
    asked.push(activity ? `${dimension} ${activity}` : dimension);
    return answer(dimension);
  },
  now: () => Date.now(),
  isVisible: () => visible,
  isOnline: () => online,
  watch: (changed) => {
    moved = changed;
    return () => (moved = () => undefined);
  },
  ...more,
});

const start = (more: Partial<Surroundings> = {}, wanted: () => Wanted[] = () => [{ dimension: 'WHOLE' }]) =>
  (following = follow('spring', wanted, around(more)));
const visits = () => boardOf(following.state.value, 'WHOLE').rows[0]?.figures.visits;
const pass = (millis: number) => vi.advanceTimersByTimeAsync(millis);

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse(EIGHT) });
  streams = [];
  asked = [];
  visible = true;
  online = true;
  answer = (dimension) => ({ campaignId: 'spring', dimension, asOf: EIGHT, rows: [{ key: 'all', figures: { visits: 7 } }] });
});

afterEach(() => {
  following.stop();
  vi.useRealTimers();
});

test('shows the snapshot and then what changes', () => {
  start();
  expect([following.link.value, following.known.value]).toEqual(['OPENING', false]);
  streams[0]!.send('snapshot', whole(1, EIGHT));
  expect([following.link.value, following.known.value, visits()]).toEqual(['LIVE', true, 1]);
  streams[0]!.send('change', whole(2, NINE));
  expect([visits(), streams.length, asked.length]).toEqual([2, 1, 0]);
});

test('keeps what it knows while the browser connects again, and goes on where it stopped', () => {
  start();
  streams[0]!.send('snapshot', whole(1, EIGHT));
  streams[0]!.fail(0);
  expect([following.link.value, visits()]).toEqual(['LOST', 1]);
  streams[0]!.send('change', whole(3, NINE));
  expect([following.link.value, visits(), streams.length]).toEqual(['LIVE', 3, 1]);
});

test('asks each quarter of a minute where there is no EventSource', async () => {
  start({ open: undefined }, () => [{ dimension: 'WHOLE' }, { dimension: 'HOUR', activityId: 'quiz' }]);
  await pass(0);
  expect([following.link.value, visits(), asked]).toEqual(['POLLING', 7, ['WHOLE', 'HOUR quiz']]);
  await pass(14_999);
  expect(asked).toHaveLength(2);
  await pass(1);
  expect(asked).toHaveLength(4);
});

test('asks at once when something else is wanted, and only where there is no stream', async () => {
  start({ open: undefined });
  await pass(5_000);
  following.refresh();
  await pass(0);
  expect(asked).toHaveLength(2);
  following.stop();
  start();
  following.refresh();
  await pass(0);
  expect(asked).toHaveLength(2);
});

test('asks while the browser has given the stream up, and then tries it again', async () => {
  start();
  streams[0]!.fail(2);
  await pass(0);
  expect([following.link.value, asked.length]).toEqual(['POLLING', 1]);
  await pass(60_000);
  expect([streams.length, asked.length]).toEqual([2, 4]);
  streams[1]!.send('snapshot', whole(9, NINE));
  expect([following.link.value, visits()]).toEqual(['LIVE', 9]);
});

test('outlasts answers that do not come', async () => {
  answer = () => {
    throw new NetworkFailure('gone');
  };
  start({ open: undefined });
  await pass(0);
  expect([following.link.value, following.refusal.value]).toEqual(['LOST', undefined]);
  answer = (dimension) => ({ campaignId: 'spring', dimension, rows: [] });
  await pass(15_000);
  expect(following.link.value).toBe('POLLING');
});

test('tells of a refusal for good', async () => {
  answer = () => {
    throw new Problem(404, {}, null);
  };
  start({ open: undefined });
  await pass(0);
  expect(following.refusal.value).toBeInstanceOf(Problem);
});

test('closes the stream of a page that is hidden, and opens another when it is seen again', () => {
  start();
  streams[0]!.send('snapshot', whole(1, EIGHT));
  visible = false;
  moved();
  expect(streams[0]!.closed).toBe(true);
  expect(streams).toHaveLength(1);
  visible = true;
  moved();
  expect([streams.length, following.link.value, visits()]).toEqual([2, 'OPENING', 1]);
  streams[0]!.send('change', whole(99, NINE));
  expect(visits()).toBe(1);
});

test('says at once that the network is gone, and comes back with it', () => {
  start();
  streams[0]!.send('snapshot', whole(1, EIGHT));
  online = false;
  moved();
  expect([following.link.value, streams[0]!.closed]).toEqual(['LOST', true]);
  online = true;
  moved();
  expect(streams).toHaveLength(2);
});

test('takes silence for a quiet night when nothing newer is known', async () => {
  start();
  streams[0]!.send('snapshot', whole(1, EIGHT));
  await pass(45_000);
  expect([asked, following.link.value, streams.length]).toEqual([['WHOLE'], 'LIVE', 1]);
  expect(following.heardAt.value).toBe(Date.parse(EIGHT) + 45_000);
});

test('takes silence for a dead line when the server knows more', async () => {
  start();
  streams[0]!.send('snapshot', whole(1, EIGHT));
  answer = (dimension) => ({ campaignId: 'spring', dimension, asOf: NINE, rows: [] });
  await pass(45_000);
  expect([streams[0]!.closed, streams.length]).toEqual([true, 2]);
});

test('says that the line is dead when not even the smallest board comes', async () => {
  start();
  streams[0]!.send('snapshot', whole(1, EIGHT));
  answer = () => {
    throw new NetworkFailure('gone');
  };
  await pass(45_000);
  expect([following.link.value, visits()]).toEqual(['LOST', 1]);
});

test('is quiet once the page is left', async () => {
  start({ open: undefined });
  await pass(0);
  following.stop();
  await pass(60_000);
  expect(asked).toHaveLength(1);
});
