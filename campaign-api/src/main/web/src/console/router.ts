import { nextTick } from 'vue';
import { createRouter, createWebHistory, type RouteLocationNormalized } from 'vue-router';
import { t } from './messages';
import type { Messages } from './messages/zh';
import { isNational, isOrganiser, session, sessionKnown } from './session/session';

declare module 'vue-router' {
  interface RouteMeta {
    page?: (messages: Messages) => string;
    /** Who may see it; anybody of staff when missing. */
    who?: 'EVERYBODY' | 'ORGANISERS' | 'NATIONAL' | 'LIBRARIES';
  }
}

export const router = createRouter({
  history: createWebHistory('/console/'),
  routes: [
    { path: '/', component: () => import('./layout/WelcomePage.vue') },
    {
      path: '/sign-in',
      component: () => import('./session/SignInPage.vue'),
      meta: { page: (m) => m.session.signIn, who: 'EVERYBODY' },
    },
    {
      path: '/password',
      component: () => import('./session/PasswordPage.vue'),
      meta: { page: (m) => m.session.changePassword },
    },
    {
      path: '/campaigns',
      component: () => import('./campaigns/CampaignListPage.vue'),
      meta: { page: (m) => m.nav.campaigns, who: 'NATIONAL' },
    },
    {
      path: '/campaigns/:id',
      component: () => import('./campaigns/CampaignPage.vue'),
      props: true,
      meta: { page: (m) => m.nav.campaigns, who: 'NATIONAL' },
    },
    {
      path: '/figures/:campaignId?',
      component: () => import('./figures/FiguresPage.vue'),
      props: true,
      meta: { page: (m) => m.nav.figures, who: 'NATIONAL' },
    },
    {
      path: '/figures/:campaignId/report',
      component: () => import('./figures/report/ReportPage.vue'),
      props: true,
      meta: { page: (m) => m.figures.report, who: 'NATIONAL' },
    },
    {
      path: '/own-figures/:campaignId?',
      component: () => import('./figures/own/OwnFiguresPage.vue'),
      props: true,
      meta: { page: (m) => m.nav.ownFigures, who: 'LIBRARIES' },
    },
    {
      path: '/banks',
      component: () => import('./banks/BankListPage.vue'),
      meta: { page: (m) => m.nav.banks, who: 'NATIONAL' },
    },
    {
      path: '/banks/:id',
      component: () => import('./banks/BankPage.vue'),
      props: true,
      meta: { page: (m) => m.nav.banks, who: 'NATIONAL' },
    },
    {
      path: '/libraries',
      component: () => import('./libraries/LibrariesPage.vue'),
      meta: { page: (m) => m.nav.libraries, who: 'ORGANISERS' },
    },
    {
      path: '/accounts',
      component: () => import('./accounts/AccountsPage.vue'),
      meta: { page: (m) => m.nav.accounts, who: 'ORGANISERS' },
    },
    {
      path: '/audit',
      component: () => import('./audit/AuditPage.vue'),
      meta: { page: (m) => m.nav.audit, who: 'NATIONAL' },
    },
    {
      path: '/operations',
      component: () => import('./operations/OperationsPage.vue'),
      meta: { page: (m) => m.nav.operations, who: 'NATIONAL' },
    },
    {
      path: '/:path(.*)*',
      component: () => import('./layout/NotFoundPage.vue'),
      meta: { page: (m) => m.ui.notFoundTitle },
    },
  ],
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
});

router.beforeEach(async (to) => {
  if (to.meta.who === 'EVERYBODY') {
    return true;
  }
  await sessionKnown().catch(() => undefined);
  if (!session.value) {
    return { path: '/sign-in', query: to.path === '/' ? {} : { to: to.fullPath } };
  }
  if (session.value.mustChangePassword) {
    return to.path === '/password' || { path: '/password', query: { to: to.fullPath } };
  }
  if (to.path === '/' && isOrganiser.value) {
    return isNational.value ? '/campaigns' : '/accounts';
  }
  return maySee(to) || '/';
});

function maySee(to: RouteLocationNormalized): boolean {
  switch (to.meta.who) {
    case 'NATIONAL':
      return isNational.value;
    case 'ORGANISERS':
      return isOrganiser.value;
    case 'LIBRARIES':
      return !isNational.value;
    default:
      return true;
  }
}

/** Where to go after signing in: only to a page of the console. */
export function goingTo(query: unknown): string {
  return typeof query === 'string' && /^\/(?![/\\])/.test(query) ? query : '/';
}

let subject = '';

/** The page's own thing, such as a campaign's title, goes before the name of the page. */
export function showTitle(of = subject): void {
  subject = of;
  const page = router.currentRoute.value.meta.page?.(t.value);
  document.title = [subject, page, t.value.ui.console].filter(Boolean).join(' · ');
}

router.afterEach(async (to, from) => {
  if (to.path === from.path && from.matched.length > 0) {
    return;
  }
  showTitle('');
  if (from.matched.length > 0) {
    await nextTick();
    focusHeading();
  }
});

/** After a change of page the reader's focus goes where the new page begins. */
function focusHeading(): void {
  const heading = document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus({ preventScroll: true });
}
