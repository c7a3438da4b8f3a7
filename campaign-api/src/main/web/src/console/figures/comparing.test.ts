import { expect, test } from 'vitest';
import type { CampaignState, DraftSummary } from '../api';
import { current, earlierThan, sameMomentOf, withFigures } from './comparing';

const campaign = (id: string, state: CampaignState, opensAt: string, publishedRevision: number | null = 1): DraftSummary => ({
  id, state, revision: 1, publishedRevision, window: { opensAt },
});
const spring2025 = campaign('spring-2025', 'ARCHIVED', '2025-01-20T00:00:00Z');
const spring2026 = campaign('spring-2026', 'CLOSED', '2026-02-10T00:00:00Z');
const spring2027 = campaign('spring-2027', 'OPEN', '2027-01-30T00:00:00Z');
const autumn2027 = campaign('autumn-2027', 'PUBLISHED', '2027-09-01T00:00:00Z');
const draft = campaign('draft', 'DRAFT', '2028-01-20T00:00:00Z', null);
const all = [spring2025, draft, spring2027, autumn2027, spring2026];

test('shows the campaign that is open, or else the newest that was published', () => {
  expect(current(all)?.id).toBe('spring-2027');
  expect(current([spring2025, draft, spring2026])?.id).toBe('spring-2026');
  expect(current([draft])).toBeUndefined();
});

test('compares with campaigns that opened earlier, archived ones too', () => {
  expect(earlierThan('spring-2027', all).map(({ id }) => id)).toEqual(['spring-2026', 'spring-2025']);
  expect(earlierThan('spring-2025', all)).toEqual([]);
  expect(withFigures(all)[0]?.id).toBe('autumn-2027');
});

test('finds the same moment since the opening', () => {
  const earlier = { id: 'x', title: '', opening: '2026-02-10', whole: {}, days: [], hours: [] };
  expect(sameMomentOf(earlier, '2027-01-30', { day: '2027-02-05', time: '20:05' })).toEqual({ day: '2026-02-16', time: '20:05' });
});
