import { describe, expect, test } from 'vitest';
import type { Paper, PaperQuestion } from '../api/contract';
import {
  answerSheet,
  choose,
  deadline,
  freshSheet,
  isAnswered,
  placeTile,
  takeBack,
  takeLastBack,
  unanswered,
  type Sheet,
} from './sheet';

function question(position: number, kind: PaperQuestion['kind'], keys = 'abcd', blanks?: number): PaperQuestion {
  return {
    position,
    id: `q${position}`,
    kind,
    category: '年俗',
    difficulty: 'EASY',
    stem: '？',
    options: [...keys].map((key) => ({ key, text: key })),
    ...(blanks === undefined ? {} : { blanks }),
  };
}

function sheetOf(...questions: PaperQuestion[]): Sheet {
  const paper: Paper = {
    paperToken: 'token',
    attemptId: 'attempt',
    number: 1,
    issuedAt: '2026-02-16T12:00:00Z',
    expiresAt: '2026-02-16T12:10:30Z',
    serverTime: '2026-02-16T12:00:00Z',
    timeLimitSeconds: 600,
    graceSeconds: 30,
    questions,
  };
  return freshSheet({ id: 'quiz', title: { zh: '答题', en: 'Quiz' } }, 'participant', paper, 0);
}

describe('a choice', () => {
  test('replaces the one before in a single choice', () => {
    expect(choose(question(0, 'SINGLE_CHOICE'), ['a'], 'c')).toEqual(['c']);
  });

  test('toggles in a multiple choice and keeps the shown order', () => {
    const several = question(0, 'MULTIPLE_CHOICE', 'cab');
    expect(choose(several, ['b'], 'c')).toEqual(['c', 'b']);
    expect(choose(several, ['c', 'b'], 'c')).toEqual(['b']);
  });
});

describe('poem tiles', () => {
  test('lie down on the first free blank', () => {
    expect(placeTile([], 'c', 3)).toEqual(['c', '', '']);
    expect(placeTile(['c', '', 'a'], 'b', 3)).toEqual(['c', 'b', 'a']);
  });

  test('do not lie twice, nor where no blank is free', () => {
    expect(placeTile(['a', ''], 'a', 2)).toEqual(['a', '']);
    expect(placeTile(['a', 'b'], 'c', 2)).toEqual(['a', 'b']);
  });

  test('leave the others in place when one is taken back', () => {
    expect(takeBack(['a', 'b', 'c'], 1)).toEqual(['a', '', 'c']);
    expect(takeBack(['a', '', ''], 0)).toEqual([]);
  });

  test('are taken back from the end', () => {
    expect(takeLastBack(['a', '', 'c', ''])).toEqual(['a', '', '', '']);
    expect(takeLastBack([])).toEqual([]);
  });
});

describe('a sheet', () => {
  const line = question(1, 'POEM_LINE', 'abcdef', 5);

  test('counts a poem line as answered only when every blank has its tile', () => {
    expect(isAnswered(line, ['a', 'b', '', 'd', 'e'])).toBe(false);
    expect(isAnswered(line, ['a', 'b', 'c', 'd', 'e'])).toBe(true);
  });

  test('names what is unanswered', () => {
    const sheet = sheetOf(question(0, 'SINGLE_CHOICE'), line, question(2, 'TRUE_FALSE', 'ab'));
    sheet.choices = { 0: ['a'], 1: ['a', '', '', '', ''] };
    expect(unanswered(sheet)).toEqual([1, 2]);
  });

  test('is handed in at the end of the time limit, before the grace', () => {
    expect(deadline(sheetOf().paper)).toBe(Date.parse('2026-02-16T12:10:00Z'));
  });

  test('sends the choices made, without empty blanks, and the receipt once there is one', () => {
    const sheet = sheetOf(question(0, 'SINGLE_CHOICE'), line, question(2, 'TRUE_FALSE', 'ab'));
    sheet.choices = { 0: ['b'], 1: ['a', '', 'c', '', ''] };
    sheet.resourcesOpened = [1];
    const sent = {
      paperToken: 'token',
      answers: [
        { position: 0, choice: ['b'] },
        { position: 1, choice: ['a', 'c'] },
      ],
      resourcesOpened: [1],
    };
    expect(answerSheet(sheet)).toEqual(sent);
    sheet.receipt = 'receipt';
    expect(answerSheet(sheet)).toEqual({ ...sent, receipt: 'receipt' });
  });
});
