import type { FigureGroup } from '../../../api/contract';
import type { FigureRow } from '../../api';
import { count } from '../figures';

/** What libraries see of themselves. */
export const SHOWN = ['participants', 'visitors', 'players', 'attempts'] as const;
export type Shown = (typeof SHOWN)[number];

const GROUPS: Record<Shown, FigureGroup> = { participants: 'participants', visitors: 'visitors', players: 'players', attempts: 'players' };

/** How many; none where so few people are behind it that it is not said. */
export function shown(row: FigureRow | undefined, name: Shown): number | undefined {
  return row?.hidden?.includes(GROUPS[name]) ? undefined : count(row?.figures, name);
}

/** A small group has readers, too: only how many is not said. */
export function hasReaders(row: FigureRow | undefined): boolean {
  return shown(row, 'participants') !== 0;
}

/** Larger before smaller, what is not said between the smallest number that is and none. */
export function weight(row: FigureRow | undefined): number {
  return shown(row, 'participants') ?? 0.5;
}
