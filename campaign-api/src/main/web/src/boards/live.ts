import { AGE_BANDS, type Board, type BoardRow, type Dimension, type Instant, type LiveMessage } from '../api/contract';

/** A board as it stands, its rows in the contract's order. */
export interface LiveBoard {
  readonly asOf: Instant | undefined;
  readonly rows: readonly BoardRow[];
}

/** All boards as the stream has told them so far. A new state for each message; boards that did not change stay the same objects. */
export interface LiveState {
  readonly frozenSince: Instant | undefined;
  readonly boards: ReadonlyMap<string, LiveBoard>;
}

/** The row that adds up those that are hidden. */
export const TOGETHER = '*';

export const NOTHING: LiveState = { frozenSince: undefined, boards: new Map() };

const EMPTY: LiveBoard = { asOf: undefined, rows: [] };

/** Without an activity: of the whole campaign. */
export function boardOf(state: LiveState, dimension: Dimension, activityId?: string): LiveBoard {
  return state.boards.get(name(dimension, activityId)) ?? EMPTY;
}

export function fromSnapshot(message: LiveMessage): LiveState {
  return changed({ ...NOTHING, frozenSince: message.frozenSince ?? undefined }, message.boards);
}

export function withChange(state: LiveState, message: LiveMessage): LiveState {
  const frozenSince = message.frozenSince === undefined ? state.frozenSince : (message.frozenSince ?? undefined);
  return changed({ ...state, frozenSince }, message.boards);
}

/** Takes boards that were fetched one by one, each whole. */
export function withBoards(state: LiveState, fetched: Board[]): LiveState {
  const boards = new Map(state.boards);
  for (const { dimension, activityId, asOf, rows } of fetched) {
    boards.set(name(dimension, activityId), { asOf, rows: [...rows].sort(order(dimension)) });
  }
  return { frozenSince: fetched[0]?.frozenSince, boards };
}

function changed(state: LiveState, changes: LiveMessage['boards']): LiveState {
  const boards = new Map(state.boards);
  for (const { dimension, activityId, asOf, rows } of changes) {
    const before = boardOf(state, dimension, activityId);
    const byKey = new Map(before.rows.map((row) => [row.key, row]));
    for (const row of rows) {
      if ('gone' in row) {
        byKey.delete(row.key);
      } else {
        byKey.set(row.key, row);
      }
    }
    boards.set(name(dimension, activityId), {
      asOf: asOf ?? before.asOf,
      rows: [...byKey.values()].sort(order(dimension)),
    });
  }
  return { ...state, boards };
}

function name(dimension: Dimension, activityId: string | undefined): string {
  return `${dimension} ${activityId ?? ''}`;
}

type Order = (one: BoardRow, other: BoardRow) => number;

/**
 * Places by participants, players and visitors, most first, then by key; after them those with something hidden, and
 * last the row that adds these up. Age bands by age, times by time.
 */
function order(dimension: Dimension): Order {
  switch (dimension) {
    case 'PROVINCE':
    case 'CITY':
    case 'COUNTY':
    case 'LIBRARY':
      return (one, other) =>
        shown(one) - shown(other) || (shown(one) === 0 ? mostFirst(one, other) : 0) || byKey(one, other);
    case 'AGE_BAND':
      return (one, other) => ages.indexOf(one.key) - ages.indexOf(other.key);
    default:
      return byKey;
  }
}

const ages: readonly string[] = AGE_BANDS;

function shown({ key, hidden }: BoardRow): 0 | 1 | 2 {
  return key === TOGETHER ? 2 : hidden?.length ? 1 : 0;
}

const mostFirst: Order = ({ figures: one }, { figures: other }) =>
  (other.participants ?? 0) - (one.participants ?? 0) ||
  (other.players ?? 0) - (one.players ?? 0) ||
  (other.visitors ?? 0) - (one.visitors ?? 0);

const byKey: Order = (one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0);
