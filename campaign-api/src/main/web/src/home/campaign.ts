import { computed, shallowRef } from 'vue';
import * as api from '../api/contract';
import type { Campaign, Province } from '../api/contract';
import { language, say } from '../language/language';
import { Problem } from '../api/http';
import { observeServerTime } from '../time/clock';

const known = shallowRef<Campaign>();

export const campaignTitle = computed(() => known.value && say(known.value.title));

let campaignAsked: Promise<Campaign | undefined> | undefined;

/** The campaign to show; undefined when there is none at all. Whoever asks at the same time shares the answer. */
export function currentCampaign(): Promise<Campaign | undefined> {
  campaignAsked ??= askForCampaign().finally(() => (campaignAsked = undefined));
  return campaignAsked;
}

async function askForCampaign(): Promise<Campaign | undefined> {
  const sentAt = Date.now();
  try {
    const campaign = await api.currentCampaign();
    observeServerTime(campaign.serverTime, sentAt, Date.now());
    known.value = campaign;
  } catch (error) {
    if (!(error instanceof Problem && error.status === 404)) {
      throw error;
    }
    known.value = undefined;
  }
  return known.value;
}

/** The campaign as the last page saw it, or as the server has it. */
export async function knownCampaign(): Promise<Campaign | undefined> {
  return known.value ?? currentCampaign();
}

let provincesAsked: Promise<Province[]> | undefined;

export function provinces(): Promise<Province[]> {
  provincesAsked ??= api.provinces().catch((error: unknown) => {
    provincesAsked = undefined;
    throw error;
  });
  return provincesAsked;
}

export function provinceName(province: Province): string {
  return language.value === 'zh' ? province.shortName : province.englishName;
}
