import { expect, test } from 'vitest';
import type { AuditEntry, Service } from '../api';
import { merged, toReadOn } from './merge';

const at = (...minutes: number[]): AuditEntry[] =>
  minutes.map((minute) => ({
    id: `id-${minute}`,
    at: `2027-01-01T00:${String(minute).padStart(2, '0')}:00Z`,
    actor: 'admin',
    action: 'sign-in',
    target: 'admin',
    detail: '',
  }));
const log = (service: Service, entries: AuditEntry[], more: boolean) => ({ service, entries, more });
const ids = (entries: AuditEntry[]) => entries.map(({ id }) => id);

test('puts both logs into one order', () => {
  const both = merged([log('campaign', at(50, 20), false), log('quiz', at(40, 10), false)]);
  expect(ids(both)).toEqual(['id-50', 'id-40', 'id-20', 'id-10']);
});

test('holds back what may not be next', () => {
  const both = merged([log('campaign', at(50, 45), true), log('quiz', at(48, 10), false)]);
  expect(ids(both)).toEqual(['id-50', 'id-48', 'id-45']);
});

test('shows nothing while a log has not been read at all', () => {
  expect(merged([log('campaign', [], true), log('quiz', at(10), false)])).toEqual([]);
});

test('reads on where it knows the least', () => {
  const logs = [log('campaign', at(50, 45), true), log('quiz', at(48, 10), true)];
  expect(toReadOn(logs).map(({ service }) => service)).toEqual(['campaign']);
  expect(toReadOn([log('quiz', [], false)])).toEqual([]);
});
