import { inject, onUnmounted, provide, shallowRef, watchEffect, type InjectionKey, type ShallowRef } from 'vue';
import { follow, thisBrowser, type Following } from '../../boards/connection';
import { boardOf } from '../../boards/live';
import { useNow } from '../../time/now';
import { serverTimeAt } from '../../time/clock';
import {
  board, liveBoardsAt, type Dimension, type Draft, type FigureRow, type Figures, type Library, type Province,
} from '../api';
import type { Comparing } from './comparing';
import { chinaMoment, type ChinaMoment } from './days';

/** What all parts of the page of a campaign's figures share. */
export interface Watched {
  campaign: Draft;
  /** The day of the opening. */
  opening: string;
  following: Following;
  /** Rows of a live board; of one activity or of the whole campaign. */
  rows(dimension: Dimension, activity?: string): readonly FigureRow[];
  whole(activity?: string): Figures;
  /** What the clocks of Beijing show, to the minute. */
  now: ShallowRef<ChinaMoment>;
  provinces: readonly Province[];
  libraries: readonly Library[];
  comparing: Comparing;
  activities: readonly { id: string; title: string }[];
}

const key: InjectionKey<Watched> = Symbol('watched campaign');

export const watchTogether = (watched: Watched) => provide(key, watched);
export const useWatched = () => inject(key)!;

/** Follows the unhidden figures of a campaign while the component stands. */
export function followFigures(campaignId: string): Following {
  const following = follow(
    campaignId,
    () => (['WHOLE', 'PROVINCE', 'LIBRARY', 'AGE_BAND', 'DAY', 'HOUR'] as const).map((dimension) => ({ dimension })),
    {
      ...thisBrowser,
      open: thisBrowser.open && (() => thisBrowser.open!(liveBoardsAt(campaignId))),
      ask: (id, dimension, { activity }) => board(id, { dimension, activity }),
    },
  );
  onUnmounted(following.stop);
  return following;
}

export function rowsOf(following: Following, dimension: Dimension, activity?: string): readonly FigureRow[] {
  return boardOf(following.state.value, dimension, activity).rows;
}

/** The minute that it is in China by the server's clock; changes once a minute. */
export function useChinaMinute(): ShallowRef<ChinaMoment> {
  const ticking = useNow();
  const minute = shallowRef(chinaMoment(new Date(serverTimeAt(ticking.value)).toISOString()));
  watchEffect(() => {
    const next = chinaMoment(new Date(serverTimeAt(ticking.value)).toISOString());
    if (next.time !== minute.value.time || next.day !== minute.value.day) {
      minute.value = next;
    }
  });
  return minute;
}
