import type { Router } from 'vue-router';
import { knownCampaign } from '../home/campaign';
import { stored } from '../offline/stored';

const remembered = stored<string>('sx.visitor');

/** Tells the server which pages are opened. Nobody waits for it, and nothing depends on it. */
export function recordVisits(router: Router): void {
  router.afterEach((to, from, failure) => {
    const stillThere = from.matched.length > 0 && to.path === from.path;
    if (!failure && !stillThere && typeof to.name === 'string') {
      void record(to.name).catch(() => undefined);
    }
  });
}

async function record(page: string): Promise<void> {
  const campaign = await knownCampaign();
  if (campaign && campaign.state !== 'CLOSED') {
    const visit = { campaignId: campaign.id, visitorId: visitorId(), page };
    navigator.sendBeacon('/api/campaign/visits', new Blob([JSON.stringify(visit)], { type: 'application/json' }));
  }
}

function visitorId(): string {
  const id = remembered.read() ?? randomUuid();
  remembered.write(id);
  return id;
}

/** `crypto.randomUUID` is neither in old WebViews nor on a page without TLS. */
function randomUuid(): string {
  return '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (digit) => {
    const random = crypto.getRandomValues(new Uint8Array(1))[0]!;
    return (Number(digit) ^ (random & (15 >> (Number(digit) / 4)))).toString(16);
  });
}
