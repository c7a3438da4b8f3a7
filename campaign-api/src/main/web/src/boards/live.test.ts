import { describe, expect, test } from 'vitest';
import type { BoardRow, LiveMessage } from '../api/contract';
import { boardOf, fromSnapshot, NOTHING, withBoards, withChange } from './live';

type Row = LiveMessage['boards'][number]['rows'][number];

const place = (key: string, participants: number, more: BoardRow['figures'] = {}): BoardRow => ({
  key,
  figures: { participants, ...more },
});
const provinces = (...rows: Row[]): LiveMessage => ({ boards: [{ dimension: 'PROVINCE', rows }] });
const keys = (state = NOTHING, dimension: Parameters<typeof boardOf>[1] = 'PROVINCE', activity?: string) =>
  boardOf(state, dimension, activity).rows.map(({ key }) => key);

describe('a change', () => {
  const before = fromSnapshot(provinces(place('330000', 30), place('110000', 20), place('440000', 10)));

  test('moves a row to where its figures put it', () => {
    expect(keys(withChange(before, provinces(place('440000', 31))))).toEqual(['440000', '330000', '110000']);
  });

  test('brings a new row, and takes one that is gone', () => {
    const after = withChange(before, provinces(place('650000', 25), { key: '110000', gone: true }));
    expect(keys(after)).toEqual(['330000', '650000', '440000']);
  });

  test('replaces a row as a whole', () => {
    const twice = withChange(
      withChange(before, provinces(place('330000', 30, { visits: 9 }))),
      provinces({ key: '330000', figures: {}, hidden: ['participants'] }),
    );
    expect(boardOf(twice, 'PROVINCE').rows.at(-1)).toEqual({ key: '330000', figures: {}, hidden: ['participants'] });
  });

  test('that comes twice changes nothing the second time', () => {
    const message = provinces(place('440000', 31), { key: '110000', gone: true });
    const once = withChange(before, message);
    expect(withChange(once, message)).toEqual(once);
  });

  test('leaves the state before it and all other boards as they were', () => {
    const whole: LiveMessage = { boards: [{ dimension: 'WHOLE', rows: [place('all', 60)] }] };
    const both = withChange(before, whole);
    const after = withChange(both, provinces(place('440000', 31)));
    expect(boardOf(after, 'WHOLE')).toBe(boardOf(both, 'WHOLE'));
    expect(keys(before)).toEqual(['330000', '110000', '440000']);
  });

  test('keeps the boards of activities apart', () => {
    const quiz: LiveMessage = {
      boards: [{ activityId: 'quiz', dimension: 'PROVINCE', asOf: '2027-02-05T12:00:00Z', rows: [place('110000', 0)] }],
    };
    const after = withChange(before, quiz);
    expect(keys(after, 'PROVINCE', 'quiz')).toEqual(['110000']);
    expect(keys(after)).toHaveLength(3);
    expect(boardOf(after, 'PROVINCE', 'quiz').asOf).toBe('2027-02-05T12:00:00Z');
  });
});

test('a snapshot, as after a resume, leaves nothing of what was there', () => {
  const before = withChange(fromSnapshot(provinces(place('330000', 30))), { frozenSince: '2027-02-05T12:00:00Z', boards: [] });
  expect(before.frozenSince).toBeDefined();
  const after = fromSnapshot(provinces(place('110000', 1)));
  expect(fromSnapshot({ frozenSince: '2027-02-05T12:00:00Z', boards: [] }).frozenSince).toBe('2027-02-05T12:00:00Z');
  expect(keys(after)).toEqual(['110000']);
  expect(after.frozenSince).toBeUndefined();
});

test('a freeze comes, stays through other changes, and goes when it is lifted', () => {
  const frozen = withChange(NOTHING, { frozenSince: '2027-02-05T12:00:00Z', boards: [] });
  const later = withChange(frozen, provinces(place('110000', 1)));
  expect(later.frozenSince).toBe('2027-02-05T12:00:00Z');
  expect(withChange(later, { frozenSince: null, boards: [] }).frozenSince).toBeUndefined();
});

describe('the order', () => {
  test('of places breaks ties by players, visitors and key', () => {
    const state = fromSnapshot(
      provinces(
        place('e', 5, { players: 2, visitors: 7 }),
        place('z', 5, { players: 2, visitors: 8 }),
        place('d', 5, { players: 2, visitors: 7 }),
        place('c', 5, { players: 3 }),
        place('a', 6),
      ),
    );
    expect(keys(state)).toEqual(['a', 'c', 'z', 'd', 'e']);
  });

  test('puts what is hidden after the others by key, and its sum last', () => {
    const hidden = (key: string, more: BoardRow['figures'] = {}): BoardRow => ({ key, figures: more, hidden: ['players'] });
    const state = fromSnapshot({
      boards: [
        {
          dimension: 'LIBRARY',
          rows: [
            { key: '*', figures: { participants: 40 } },
            hidden('z', { participants: 90 }),
            hidden('k'),
            place('a', 12),
            place('b', 50),
          ],
        },
      ],
    });
    expect(keys(state, 'LIBRARY')).toEqual(['b', 'a', 'k', 'z', '*']);
  });

  test('of times and of ages is their own', () => {
    const rows = (...all: string[]) => all.map((key) => place(key, 1));
    const state = fromSnapshot({
      boards: [
        { dimension: 'HOUR', rows: rows('2027-02-05T20', '2027-02-05T08', '2027-02-04T23') },
        { dimension: 'AGE_BAND', rows: rows('FROM_60', 'UNDER_7', 'FROM_14_TO_17') },
      ],
    });
    expect(keys(state, 'HOUR')).toEqual(['2027-02-04T23', '2027-02-05T08', '2027-02-05T20']);
    expect(keys(state, 'AGE_BAND')).toEqual(['UNDER_7', 'FROM_14_TO_17', 'FROM_60']);
  });
});

test('takes boards that were fetched one by one, with their freeze', () => {
  const before = fromSnapshot(provinces(place('330000', 30)));
  const after = withBoards(before, [
    { campaignId: 'c', dimension: 'WHOLE', frozenSince: '2027-02-05T12:00:00Z', rows: [place('all', 31)] },
    { campaignId: 'c', dimension: 'LIBRARY', rows: [place('a', 10), place('b', 31)] },
  ]);
  expect(after.frozenSince).toBe('2027-02-05T12:00:00Z');
  expect(keys(after, 'WHOLE')).toEqual(['all']);
  expect(keys(after, 'LIBRARY')).toEqual(['b', 'a']);
  expect(keys(after)).toEqual(['330000']);
});
