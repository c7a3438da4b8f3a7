import { shallowRef, type ShallowRef } from 'vue';

/** Which libraries show what stands under them; at first only the national library does. */
export function folding(): { unfolded: ShallowRef<ReadonlySet<string>>; fold: (code: string) => void } {
  const unfolded = shallowRef<ReadonlySet<string>>(new Set(['NLC']));
  function fold(code: string) {
    const next = new Set(unfolded.value);
    if (!next.delete(code)) {
      next.add(code);
    }
    unfolded.value = next;
  }
  return { unfolded, fold };
}
