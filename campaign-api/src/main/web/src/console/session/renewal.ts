import { shallowRef } from 'vue';

interface Renewal {
  promise: Promise<void>;
  done(): void;
  cancelled(): void;
}

/** Set while the session has ended and requests wait for the person to sign in again. */
export const renewal = shallowRef<Renewal>();

/** Set once the server wants a password of the person's own before anything else. */
export const passwordDue = shallowRef(false);

/** The person chose to leave instead of signing in again: nothing more is to be said about the request. */
export class SignedOut extends Error {}

/** Fulfilled when the person has signed in again; all requests wait for the same sign-in. */
export function signedInAgain(): Promise<void> {
  if (!renewal.value) {
    let done = () => {};
    let cancelled = () => {};
    const promise = new Promise<void>((fulfil, reject) => {
      done = fulfil;
      cancelled = () => reject(new SignedOut());
    });
    renewal.value = { promise, done, cancelled };
  }
  return renewal.value.promise;
}

export function passwordIsDue(): void {
  passwordDue.value = true;
}
