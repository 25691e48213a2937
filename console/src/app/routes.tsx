import type { ComponentType } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { pageSettings } from '../api/page-settings';
import { RequireSession } from '../session/require-session';
import { NotFound } from './not-found';
import { RouteFailure } from './route-failure';
import { Shell } from './shell';

/** A page in a file of its own, loaded when it is gone to. */
function page(path: string, load: () => Promise<ComponentType>): RouteObject {
  return { path, lazy: async () => ({ Component: await load() }) };
}

const PAGES: RouteObject[] = [
  page('/', async () => (await import('./home.page')).HomePage),
  page('/profile', async () => (await import('../profile/profile.page')).ProfilePage),
  page('/developer', async () => (await import('../profile/developer.page')).DeveloperPage),
  page('/sessions', async () => (await import('../profile/sessions.page')).SessionsPage),
  page('/tokens', async () => (await import('../tokens/tokens.page')).TokensPage),
  page('/tokens/new', async () => (await import('../tokens/new-token.page')).NewTokenPage),
  page('/applications', async () => (await import('../applications/applications.page')).ApplicationsPage),
  page('/applications/:id', async () => (await import('../applications/application.page')).ApplicationPage),
  { path: '*', Component: NotFound },
];

/** The service serves these addresses too: src/http/console/console-pages.ts. */
export const router = createBrowserRouter(
  [
    {
      ErrorBoundary: RouteFailure,
      HydrateFallback: () => null,
      children: [
        page('/sign-in', async () => (await import('../session/sign-in.page')).SignInPage),
        page('/invitation', async () => (await import('../session/invitation.page')).InvitationPage),
        {
          Component: RequireSession,
          children: [{ Component: Shell, children: [{ ErrorBoundary: RouteFailure, children: PAGES }] }],
        },
      ],
    },
  ],
  { basename: pageSettings.base === '' ? '/' : pageSettings.base },
);
