import { ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import { stored } from '../../offline/stored';
import { titleOf } from '../campaigns/titles';
import { board, type DraftSummary, type FigureRow, type Figures } from '../api';
import { chinaMoment, dayAfter, dayNumber, type ChinaMoment } from './days';

/** An earlier campaign, with what a comparison needs. */
export interface Earlier {
  id: string;
  title: string;
  opening: string;
  whole: Figures;
  days: readonly FigureRow[];
  hours: readonly FigureRow[];
}

export interface Comparing {
  /** Campaigns that opened before this one, the newest first. */
  candidates: DraftSummary[];
  /** Empty for none. */
  chosen: Ref<string>;
  earlier: ShallowRef<Earlier | undefined>;
  error: ShallowRef<unknown>;
  load(): Promise<void>;
}

const remembered = stored<Record<string, string>>('sx.compared-campaigns');

const opened = ({ window }: DraftSummary) => window?.opensAt ?? '';

/** Campaigns that have figures, the newest first: all that were published. */
export function withFigures(campaigns: readonly DraftSummary[]): DraftSummary[] {
  return campaigns
    .filter((campaign) => campaign.publishedRevision != null && opened(campaign) !== '')
    .sort((one, other) => (opened(one) < opened(other) ? 1 : -1));
}

/** The one that is open, or else the newest. */
export function current(campaigns: readonly DraftSummary[]): DraftSummary | undefined {
  const known = withFigures(campaigns);
  return known.find(({ state }) => state === 'OPEN') ?? known[0];
}

export function earlierThan(id: string, campaigns: readonly DraftSummary[]): DraftSummary[] {
  const known = withFigures(campaigns);
  const own = known.find((campaign) => campaign.id === id);
  return known.filter((campaign) => own && opened(campaign) < opened(own));
}

export async function fetchEarlier(campaign: DraftSummary): Promise<Earlier> {
  const [whole, days, hours] = await Promise.all(
    (['WHOLE', 'DAY', 'HOUR'] as const).map((dimension) => board(campaign.id, { dimension })),
  );
  return {
    id: campaign.id,
    title: titleOf(campaign.title),
    opening: chinaMoment(opened(campaign)).day,
    whole: whole!.rows[0]?.figures ?? {},
    days: days!.rows,
    hours: hours!.rows,
  };
}

/** Which earlier campaign to compare with: the one chosen last time, or else the newest. */
export function comparing(id: string, campaigns: readonly DraftSummary[]): Comparing {
  const candidates = earlierThan(id, campaigns);
  const known = remembered.read()?.[id];
  const chosen = ref(known === '' || candidates.some((candidate) => candidate.id === known) ? known! : (candidates[0]?.id ?? ''));
  const earlier = shallowRef<Earlier>();
  const error = shallowRef<unknown>();

  async function load() {
    const wanted = candidates.find((candidate) => candidate.id === chosen.value);
    earlier.value = undefined;
    error.value = undefined;
    try {
      const found = wanted && (await fetchEarlier(wanted));
      if (chosen.value === (wanted?.id ?? '')) {
        earlier.value = found;
      }
    } catch (cause) {
      error.value = cause;
    }
  }

  watch(chosen, (next) => {
    remembered.write({ ...remembered.read(), [id]: next });
    void load();
  });
  void load();
  return { candidates, chosen, earlier, error, load };
}

/** The moment of the earlier campaign that lies as long after its opening as this one does after ours. */
export function sameMomentOf(earlier: Earlier, opening: string, now: ChinaMoment): ChinaMoment {
  return { day: dayAfter(earlier.opening, dayNumber(now.day, opening) - 1), time: now.time };
}
