import type { Figures } from '../api';
import { count, per } from './figures';

/** From looking in to handing in. */
export const FUNNEL = ['visitors', 'participants', 'quizvisitors', 'players'] as const;

export interface FunnelStep {
  name: (typeof FUNNEL)[number];
  count: number;
  /** Share of the step before; none at the first, or where nobody was there. */
  ofPrevious?: number | undefined;
  ofFirst?: number | undefined;
}

export function funnel(figures: Figures | undefined): FunnelStep[] {
  const first = count(figures, FUNNEL[0]);
  return FUNNEL.map((name, index) => {
    const here = count(figures, name);
    const previous = FUNNEL[index - 1];
    return previous === undefined
      ? { name, count: here }
      : { name, count: here, ofPrevious: per(here, count(figures, previous)), ofFirst: per(here, first) };
  });
}
