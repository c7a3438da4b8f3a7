import { onUnmounted, watchEffect, type Ref } from 'vue';
import { onBeforeRouteLeave } from 'vue-router';
import { t } from '../messages';
import { session } from '../session/session';
import { confirmed } from './asking';

/** Asks before a page is left with something that was not saved. */
export function guardUnsaved(dirty: Readonly<Ref<boolean>>): void {
  const ask = (event: BeforeUnloadEvent) => event.preventDefault();
  watchEffect(() => {
    if (dirty.value) {
      addEventListener('beforeunload', ask);
    } else {
      removeEventListener('beforeunload', ask);
    }
  });
  onUnmounted(() => removeEventListener('beforeunload', ask));
  onBeforeRouteLeave(async () => {
    const leaving = !dirty.value || !session.value;
    return leaving || confirmed(t.value.ui.unsavedTitle, t.value.ui.unsaved, t.value.ui.leave);
  });
}
