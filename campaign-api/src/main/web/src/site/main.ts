import { createApp } from 'vue';
import '../theme/tokens.css';
import '../theme/base.css';
import { language, speak } from '../language/language';
import { stored } from '../offline/stored';
import { resumeHandIns } from '../quiz/hand-ins';
import { recordVisits } from '../visit/visits';
import SiteApp from './SiteApp.vue';
import { router } from './router';

const RELOAD_MILLIS = 60_000;

// A page of an older build asks for a file that is gone: the new build has it. Sheets and forms outlive the reload.
addEventListener('vite:preloadError', () => {
  const last = stored<number>('sx.reloaded');
  if (navigator.onLine && Date.now() - (last.read() ?? 0) > RELOAD_MILLIS) {
    last.write(Date.now());
    location.reload();
  }
});

recordVisits(router);

// Without the English dictionary (no network) the page comes in Chinese.
void speak(language.value)
  .catch(() => speak('zh'))
  .then(() => createApp(SiteApp).use(router).mount('#app'));

resumeHandIns();

if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  void navigator.serviceWorker.register('/sw.js').catch(() => undefined);
}
