import type { FigureRow } from '../api';
import { count, mean, per } from './figures';

export const ORDERS = ['participants', 'perTenThousand', 'visitors', 'attempts', 'mean'] as const;
export type Order = (typeof ORDERS)[number];

/** A place or a library with what can be said of it. */
export interface Placed {
  key: string;
  name: string;
  row: FigureRow;
  participants: number;
  /** For each ten thousand of its people; none where nobody knows how many they are. */
  perTenThousand: number | undefined;
}

export function placed(row: FigureRow, name: string, inhabitants: number | undefined): Placed {
  const participants = count(row.figures, 'participants');
  return { key: row.key, name, row, participants, perTenThousand: per(participants, inhabitants, 10_000) };
}

/** The most first; what cannot be compared comes last, equals by key. */
export function ordered<P extends Placed>(rows: readonly P[], order: Order): P[] {
  const measure = (place: Placed) => {
    switch (order) {
      case 'participants':
        return place.participants;
      case 'perTenThousand':
        return place.perTenThousand ?? -1;
      case 'mean':
        return mean(place.row.figures) ?? -1;
      default:
        return count(place.row.figures, order);
    }
  };
  return [...rows].sort((one, other) => measure(other) - measure(one) || (one.key < other.key ? -1 : 1));
}
