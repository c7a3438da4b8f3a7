import { nextTick, shallowRef } from 'vue';
import { createRouter, createWebHistory } from 'vue-router';
import { NetworkFailure } from '../api/http';
import { campaignTitle } from '../home/campaign';
import { t } from './messages';
import type { Messages } from './messages/zh';

declare module 'vue-router' {
  interface RouteMeta {
    title?: (messages: Messages) => string;
  }
}

export const router = createRouter({
  history: createWebHistory(),
  // a page with a name counts its visits, by that name
  routes: [
    { path: '/', name: 'home', component: () => import('../home/HomePage.vue') },
    {
      path: '/join',
      name: 'join',
      component: () => import('../join/JoinPage.vue'),
      meta: { title: (m) => m.join.title },
    },
    {
      path: '/quiz/:activityId',
      name: 'quiz',
      component: () => import('../quiz/QuizPage.vue'),
      props: true,
      meta: { title: (m) => m.quiz.title },
    },
    {
      path: '/results/:attemptId',
      name: 'result',
      component: () => import('../result/ResultPage.vue'),
      props: true,
      meta: { title: (m) => m.result.title },
    },
    {
      path: '/poster/:attemptId',
      name: 'poster',
      component: () => import('../poster/PosterPage.vue'),
      props: true,
      meta: { title: (m) => m.poster.title },
    },
    {
      path: '/boards',
      name: 'board',
      component: () => import('../boards/BoardsPage.vue'),
      meta: { title: (m) => m.boards.title },
    },
    { path: '/me', name: 'me', component: () => import('../me/MePage.vue'), meta: { title: (m) => m.me.title } },
    {
      path: '/:path(.*)*',
      component: () => import('./NotFoundPage.vue'),
      meta: { title: (m) => m.site.notFoundTitle },
    },
  ],
  scrollBehavior: (to, _from, saved) => saved ?? (to.hash ? { el: to.hash } : { top: 0 }),
});

/** Where somebody wanted to go when the page's file could not be fetched. */
export const missed = shallowRef<{ path: string; error: NetworkFailure }>();

router.onError((error, to) => {
  missed.value = { path: to.fullPath, error: new NetworkFailure(String(error)) };
});

export function showTitle(): void {
  const own = router.currentRoute.value.meta.title?.(t.value);
  const site = campaignTitle.value ?? t.value.site.name;
  document.title = own ? `${own} · ${site}` : site;
}

router.afterEach(async (to, from) => {
  missed.value = undefined;
  showTitle();
  if (from.matched.length === 0 || to.path === from.path) {
    return;
  }
  await nextTick();
  focusHeading();
});

/** After a change of page the reader's focus goes where the new page begins. */
function focusHeading(): void {
  const heading = document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus({ preventScroll: true });
}
