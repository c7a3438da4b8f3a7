import { shallowRef } from 'vue';
import * as api from '../api/contract';
import type { NewParticipant, Participant } from '../api/contract';
import { Problem } from '../api/http';
import { stored, storedKeys } from '../offline/stored';
import { sheetKey } from '../quiz/sheets';

/** Kept so that a page without a network still knows who sits in front of it. */
const remembered = stored<Participant>('sx.participant');

/** Who joined on this device; undefined when nobody did. */
export const participant = shallowRef<Participant | undefined>(remembered.read());

let asked: Promise<Participant | undefined> | undefined;

/** Asks the server once a page load; an answer that did not come is asked for again. */
export function whoAmI(): Promise<Participant | undefined> {
  asked ??= api.me().then(
    (me) => remember(me),
    (error: unknown) => {
      if (error instanceof Problem && error.status === 401) {
        return remember(undefined);
      }
      asked = undefined;
      throw error;
    },
  );
  return asked;
}

export async function join(wanted: NewParticipant): Promise<void> {
  const { participantId, nickname, province, city, county, library, ageBand } = await api.join(wanted);
  const joined = remember({ participantId, nickname, province, city, county, library, ageBand } as Participant);
  asked = Promise.resolve(joined);
}

export async function leaveDevice(): Promise<void> {
  await api.leaveDevice();
  forget();
}

export async function eraseMe(): Promise<void> {
  await api.eraseMe();
  forget();
}

function forget() {
  storedKeys(sheetKey('')).forEach((key) => stored(key).remove());
  remember(undefined);
  asked = Promise.resolve(undefined);
}

function remember(me: Participant | undefined): Participant | undefined {
  participant.value = me;
  if (me) {
    remembered.write(me);
  } else {
    remembered.remove();
  }
  return me;
}

remembered.watch((me) => {
  participant.value = me;
  asked = undefined;
});
