import { createApp } from 'vue';
import '../theme/tokens.css';
import '../theme/base.css';
import { language, speak } from '../language/language';
import ConsoleApp from './ConsoleApp.vue';
import { router } from './router';

void speak(language.value)
  .catch(() => speak('zh'))
  .then(() => createApp(ConsoleApp).use(router).mount('#app'));
