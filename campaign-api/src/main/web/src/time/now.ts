import { onUnmounted, shallowRef, type ShallowRef } from 'vue';

/** The device's clock, once a second while the component stands. */
export function useNow(): ShallowRef<number> {
  const now = shallowRef(Date.now());
  const timer = setInterval(() => (now.value = Date.now()), 1000);
  onUnmounted(() => clearInterval(timer));
  return now;
}
