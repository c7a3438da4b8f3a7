import { createApp } from 'vue';
import '../theme/tokens.css';
import '../theme/base.css';
import './theme/element';
import './theme/console.css';
import { language, speak } from '../language/language';
import ConsoleApp from './ConsoleApp.vue';
import './messages';
import { router } from './router';

// A page of an older build asks for a file that is gone: the new build has it.
addEventListener('vite:preloadError', () => location.reload());

void speak(language.value)
  .catch(() => speak('zh'))
  .then(() => createApp(ConsoleApp).use(router).mount('#app'));
