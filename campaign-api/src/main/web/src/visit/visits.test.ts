import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createMemoryHistory, createRouter, type Router } from 'vue-router';
import { knownCampaign } from '../home/campaign';
import { stored } from '../offline/stored';
import { recordVisits } from './visits';

vi.mock('../home/campaign', () => ({ knownCampaign: vi.fn() }));

const sendBeacon = vi.fn<(address: string, cargo: Blob) => boolean>(() => true);
let router: Router;

beforeEach(() => {
  vi.stubGlobal('navigator', { sendBeacon });
  campaignIs('OPEN');
  const component = {};
  router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', name: 'home', component },
      { path: '/quiz/:activityId', name: 'quiz', component },
      { path: '/me', name: 'me', component },
      { path: '/:path(.*)*', component },
    ],
  });
  recordVisits(router);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.clearAllMocks();
  stored('sx.visitor').remove();
});

test('sends each page that is opened, of one visitor', async () => {
  await router.push('/');
  await router.push('/quiz/a');
  await router.push('/quiz/b');
  await router.push('/');

  const visits = await sent();
  expect(visits.map(({ page }) => page)).toEqual(['home', 'quiz', 'quiz', 'home']);
  expect(visits[0]).toEqual({ campaignId: 'spring', visitorId: expect.stringMatching(UUID), page: 'home' });
  expect(new Set(visits.map(({ visitorId }) => visitorId)).size).toBe(1);
  expect(sendBeacon.mock.calls[0]).toEqual(['/api/campaign/visits', expect.objectContaining({ type: 'application/json' })]);
});

test('sends nothing for a move within a page, nor for an address that is none', async () => {
  await router.push('/me');
  await router.push('/me?tab=2#best');
  await router.push('/nowhere');

  expect((await sent()).map(({ page }) => page)).toEqual(['me']);
});

test('sends nothing when there is no campaign to visit', async () => {
  vi.mocked(knownCampaign).mockResolvedValue(undefined);
  await router.push('/');
  campaignIs('CLOSED');
  await router.push('/me');

  expect(await sent()).toEqual([]);
});

test('lets the page be where the campaign does not come or the browser refuses', async () => {
  vi.mocked(knownCampaign).mockRejectedValueOnce(new Error('no network'));
  await router.push('/');
  sendBeacon.mockImplementationOnce(() => {
    throw new DOMException('refused', 'SecurityError');
  });
  await router.push('/me');
  vi.stubGlobal('navigator', {});
  await router.push('/');

  await settled();
  expect(router.currentRoute.value.name).toBe('home');
});

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function campaignIs(state: 'OPEN' | 'CLOSED') {
  vi.mocked(knownCampaign).mockResolvedValue({ id: 'spring', state } as Awaited<ReturnType<typeof knownCampaign>>);
}

async function sent(): Promise<{ campaignId: string; visitorId: string; page: string }[]> {
  await settled();
  return Promise.all(sendBeacon.mock.calls.map(async ([, cargo]) => JSON.parse(await cargo.text())));
}

function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
