import { onUnmounted, shallowRef, watch, type ShallowRef } from 'vue';

const MILLIS = 30_000;

/** What a screen reader is told of something that changes all the time: each half minute at most, the newest then. */
export function useSpoken(text: () => string): ShallowRef<string> {
  const spoken = shallowRef(text());
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(text, () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      spoken.value = text();
    }, MILLIS);
  });
  onUnmounted(() => clearTimeout(timer));
  return spoken;
}
