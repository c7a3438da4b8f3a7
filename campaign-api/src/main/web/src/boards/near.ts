import { onUnmounted, ref, watch, type Ref } from 'vue';

/** Whether an element has ever come near the screen: what lies far below is not fetched for somebody who never goes there. */
export function useNear(element: Readonly<Ref<HTMLElement | null>>): Ref<boolean> {
  const near = ref(false);
  let observer: IntersectionObserver | undefined;
  watch(element, (place) => {
    observer?.disconnect();
    if (!place || near.value) {
      return;
    }
    if (typeof IntersectionObserver === 'undefined') {
      near.value = true;
      return;
    }
    observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) {
          near.value = true;
          observer?.disconnect();
        }
      },
      { rootMargin: '400px' },
    );
    observer.observe(place);
  });
  onUnmounted(() => observer?.disconnect());
  return near;
}
