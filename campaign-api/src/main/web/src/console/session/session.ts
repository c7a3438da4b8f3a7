import { computed, shallowRef } from 'vue';
import { Problem } from '../../api/http';
import { currentSession, signIn, signOut, signOutEverywhere, type StaffSession } from '../api';
import { passwordDue, renewal } from './renewal';

export const session = shallowRef<StaffSession>();

/** Organisers without a library answer for everything. */
export const isNational = computed(() => session.value?.role === 'ORGANISER' && !session.value.library);
export const isOrganiser = computed(() => session.value?.role === 'ORGANISER');

let asked: Promise<void> | undefined;

/** Asks once who is signed in here. */
export function sessionKnown(): Promise<void> {
  asked ??= currentSession()
    .then((found) => {
      session.value = found;
    })
    .catch((error: unknown) => {
      if (!(error instanceof Problem && error.status === 401)) {
        asked = undefined;
        throw error;
      }
    });
  return asked;
}

export async function enter(username: string, password: string): Promise<void> {
  session.value = await signIn(username, password);
  passwordDue.value = false;
  asked = Promise.resolve();
  renewal.value?.done();
  renewal.value = undefined;
}

export function passwordChanged(): void {
  passwordDue.value = false;
  if (session.value) {
    session.value = { ...session.value, mustChangePassword: false };
  }
}

export async function leave(everywhere: boolean): Promise<void> {
  await (everywhere ? signOutEverywhere() : signOut());
  forget();
}

/** The session has ended and the person does not want it back. */
export function forget(): void {
  session.value = undefined;
  renewal.value?.cancelled();
  renewal.value = undefined;
}
