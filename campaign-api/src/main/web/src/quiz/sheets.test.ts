import { expect, test } from 'vitest';
import type { AnswerSheet, Paper, SheetReceived } from '../api/contract';
import { NetworkFailure, Problem } from '../api/http';
import type { Device } from '../api/retry';
import { freshSheet, type Sheet } from './sheet';
import { handIn, sheetStore } from './sheets';

const device: Device = { isOnline: () => true, pause: async () => {}, random: () => 0 };
const received: SheetReceived = { attemptId: 'attempt', state: 'RECEIVED', submittedAt: '2026-02-16T12:00:00Z' };
const overload = new Problem(503, { receipt: 'first-try' }, null);

function keptSheet(changes: Partial<Sheet> = {}) {
  const paper = { paperToken: 'token', attemptId: 'attempt', questions: [] } as unknown as Paper;
  const store = sheetStore('quiz');
  store.write({
    ...freshSheet({ id: 'quiz', title: { zh: '', en: '' } }, 'p', paper, 0),
    state: 'SUBMITTING',
    ...changes,
  });
  return store;
}

function server(...answers: Error[]) {
  const sheets: AnswerSheet[] = [];
  const submit = async (_activityId: string, sheet: AnswerSheet) => {
    sheets.push(sheet);
    const error = answers.shift();
    if (error) {
      throw error;
    }
    return received;
  };
  return { sheets, submit };
}

test('comes back with the same token and the receipt of the first try', async () => {
  const store = keptSheet();
  const { sheets, submit } = server(overload, new NetworkFailure('gone'));
  await handIn(store, device, () => {}, submit);
  expect(sheets.map(({ receipt }) => receipt)).toEqual([undefined, 'first-try', 'first-try']);
  expect(new Set(sheets.map(({ paperToken }) => paperToken))).toEqual(new Set(['token']));
  expect(store.read()?.state).toBe('SUBMITTED');
});

test('goes on with the receipt that a closed page has kept', async () => {
  const { sheets, submit } = server();
  await handIn(keptSheet({ receipt: 'kept' }), device, () => {}, submit);
  expect(sheets[0]?.receipt).toBe('kept');
});

test('keeps the sheet when it is refused for good', async () => {
  const store = keptSheet();
  const { submit } = server(new Problem(422, { type: '/problems/paper-token-expired' }, null));
  await expect(handIn(store, device, () => {}, submit)).rejects.toBeInstanceOf(Problem);
  expect(store.read()?.state).toBe('SUBMITTING');
});

test('does not send what another tab has handed in meanwhile', async () => {
  const { sheets, submit } = server();
  await handIn(keptSheet({ state: 'SUBMITTED' }), device, () => {}, submit);
  expect(sheets).toEqual([]);
});
