import { onUnmounted, shallowRef, watch, type ShallowRef } from 'vue';

const MILLIS = 1_100;

/** A number that runs to its target, fast first and then gently; at once for those who want no motion. */
export function useCountUp(target: () => number): ShallowRef<number> {
  const shown = shallowRef(0);
  let frame = 0;
  watch(
    target,
    (goal) => {
      cancelAnimationFrame(frame);
      if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
        shown.value = goal;
        return;
      }
      const from = shown.value;
      let begin: number | undefined;
      const step = (now: number) => {
        begin ??= now;
        shown.value = between(from, goal, (now - begin) / MILLIS);
        if (shown.value !== goal) {
          frame = requestAnimationFrame(step);
        }
      };
      frame = requestAnimationFrame(step);
    },
    { immediate: true },
  );
  onUnmounted(() => cancelAnimationFrame(frame));
  return shown;
}

/** Where a running number stands after a part of its time, from 0 to 1 and beyond; whole, and never past its goal. */
export function between(from: number, goal: number, part: number): number {
  const eased = 1 - (1 - Math.min(1, Math.max(0, part))) ** 3;
  return Math.round(from + (goal - from) * eased);
}
