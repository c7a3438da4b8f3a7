import { onUnmounted, shallowRef, type ShallowRef } from 'vue';
import * as api from '../api/contract';
import type { Board, Dimension, LiveMessage } from '../api/contract';
import { mayPass } from '../api/retry';
import { boardOf, fromSnapshot, NOTHING, withBoards, withChange, type LiveState } from './live';

/** A board that a page shows; without an activity, of the whole campaign. */
export interface Wanted {
  dimension: Dimension;
  activityId?: string | undefined;
}

/** OPENING at first and whenever the page comes back to the screen; POLLING where there is no stream; LOST while nothing comes. */
export type Link = 'OPENING' | 'LIVE' | 'POLLING' | 'LOST';

/** The part of an EventSource that is used. */
export interface Stream {
  readonly readyState: number;
  onerror: (() => void) | null;
  addEventListener(type: 'snapshot' | 'change', listener: (event: { data: string }) => void): void;
  close(): void;
}

export interface Surroundings {
  /** Undefined in a browser that has no EventSource. */
  open: ((address: string) => Stream) | undefined;
  ask(campaignId: string, dimension: Dimension, of: { activity?: string }): Promise<Board>;
  now(): number;
  isVisible(): boolean;
  isOnline(): boolean;
  /** Tells when the page is shown or hidden and when the network comes or goes; returns how to stop. */
  watch(changed: () => void): () => void;
}

export interface Following {
  state: ShallowRef<LiveState>;
  /** Whether any board has come yet. */
  known: ShallowRef<boolean>;
  link: ShallowRef<Link>;
  /** When the boards were last known to be true, by the device's clock. */
  heardAt: ShallowRef<number | undefined>;
  /** What keeps the boards away for good, such as an unknown campaign. */
  refusal: ShallowRef<unknown>;
  /** Asks anew where there is no stream: something else is wanted. */
  refresh(): void;
  stop(): void;
}

const POLL_MILLIS = 15_000;
/** A stream that the browser gave up is tried again after so many polls. */
const POLLS_BEFORE_STREAM = 4;
/** A phone does not notice a network that has died without a word. */
const SILENCE_MILLIS = 45_000;
const CLOSED = 2;

/**
 * Follows a campaign's boards while the page is seen: by one stream, which the browser resumes by itself, or, where
 * that fails, by asking for the wanted boards again and again.
 */
export function follow(campaignId: string, wanted: () => Wanted[], around: Surroundings = thisBrowser): Following {
  const state = shallowRef(NOTHING);
  const known = shallowRef(false);
  const link = shallowRef<Link>('OPENING');
  const heardAt = shallowRef<number>();
  const refusal = shallowRef<unknown>();
  let stream: Stream | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let round = 0;

  function rest() {
    stream?.close();
    stream = undefined;
    clearTimeout(timer);
    round++;
  }

  function begin() {
    rest();
    if (!around.isVisible()) {
      return;
    }
    if (!around.isOnline()) {
      link.value = 'LOST';
    } else if (around.open) {
      listen(around.open);
    } else {
      void poll(0);
    }
  }

  function take(next: LiveState, how: Link) {
    state.value = next;
    known.value = true;
    link.value = how;
    heardAt.value = around.now();
  }

  function listen(open: NonNullable<Surroundings['open']>) {
    const own = open(api.liveBoards(campaignId));
    stream = own;
    const mine = round;
    const hear = (apply: (message: LiveMessage) => LiveState) => (event: { data: string }) => {
      if (mine === round) {
        take(apply(JSON.parse(event.data) as LiveMessage), 'LIVE');
        expectMore();
      }
    };
    own.addEventListener('snapshot', hear(fromSnapshot));
    own.addEventListener('change', hear((message) => withChange(state.value, message)));
    own.onerror = () => {
      if (mine !== round) {
        return;
      }
      link.value = 'LOST';
      clearTimeout(timer);
      if (own.readyState === CLOSED) {
        rest();
        void poll(POLLS_BEFORE_STREAM);
      } else {
        expectMore();
      }
    };
    expectMore();
  }

  function expectMore() {
    clearTimeout(timer);
    const mine = round;
    timer = setTimeout(() => void breakSilence(mine), SILENCE_MILLIS);
  }

  /** Silence may be a quiet night or a dead line: the smallest board tells. */
  async function breakSilence(mine: number) {
    try {
      const whole = await around.ask(campaignId, 'WHOLE', {});
      if (mine !== round) {
        return;
      }
      if (link.value === 'LIVE' && (whole.asOf ?? '') <= (boardOf(state.value, 'WHOLE').asOf ?? '')) {
        heardAt.value = around.now();
        expectMore();
      } else {
        begin();
      }
    } catch (error) {
      if (mine === round) {
        fail(error);
        expectMore();
      }
    }
  }

  /** @param left polls until the stream is tried again; 0 when there is none to try */
  async function poll(left: number) {
    const mine = round;
    try {
      const boards = await Promise.all(
        wanted().map(({ dimension, activityId }) =>
          around.ask(campaignId, dimension, activityId === undefined ? {} : { activity: activityId }),
        ),
      );
      if (mine === round) {
        take(withBoards(state.value, boards), 'POLLING');
      }
    } catch (error) {
      if (mine === round) {
        fail(error);
      }
    }
    if (mine === round) {
      timer = setTimeout(() => (left === 1 ? begin() : void poll(Math.max(0, left - 1))), POLL_MILLIS);
    }
  }

  function fail(error: unknown) {
    link.value = 'LOST';
    if (!mayPass(error)) {
      refusal.value = error;
    }
  }

  const unwatch = around.watch(() => {
    if (around.isVisible() && around.isOnline()) {
      link.value = 'OPENING';
    }
    begin();
  });
  begin();

  return {
    state,
    known,
    link,
    heardAt,
    refusal,
    refresh() {
      if (!stream && around.isVisible() && around.isOnline()) {
        rest();
        void poll(around.open ? POLLS_BEFORE_STREAM : 0);
      }
    },
    stop() {
      unwatch();
      rest();
    },
  };
}

/** The same, for as long as the component stands. */
export function useFigures(campaignId: string, wanted: () => Wanted[]): Following {
  const following = follow(campaignId, wanted);
  onUnmounted(following.stop);
  return following;
}

export const thisBrowser: Surroundings = {
  open: typeof EventSource === 'undefined' ? undefined : (address) => new EventSource(address) as Stream,
  ask: api.board,
  now: () => Date.now(),
  isVisible: () => document.visibilityState !== 'hidden',
  isOnline: () => navigator.onLine,
  watch(changed) {
    document.addEventListener('visibilitychange', changed);
    addEventListener('online', changed);
    addEventListener('offline', changed);
    return () => {
      document.removeEventListener('visibilitychange', changed);
      removeEventListener('online', changed);
      removeEventListener('offline', changed);
    };
  },
};
