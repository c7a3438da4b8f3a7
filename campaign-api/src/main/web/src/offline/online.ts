import { shallowRef } from 'vue';
import type { Device } from '../api/retry';

/** What the device believes about its network. */
export const online = shallowRef(navigator.onLine);

addEventListener('online', () => (online.value = true));
addEventListener('offline', () => (online.value = false));

export const thisDevice: Device = {
  isOnline: () => online.value,
  random: Math.random,
  pause: (millis) =>
    new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        removeEventListener('online', done);
        removeEventListener('offline', done);
        resolve();
      };
      const timer = setTimeout(done, millis);
      addEventListener('online', done);
      addEventListener('offline', done);
    }),
};
