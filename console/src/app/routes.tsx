import type { ComponentType } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { pageSettings } from '../api/page-settings';
import { RequireScope } from '../session/require-scope';
import { RequireSession } from '../session/require-session';
import { NotFound } from '../ui/not-found';
import { RouteFailure } from './route-failure';

/** A page in a file of its own, loaded when it is gone to. */
function page(path: string, load: () => Promise<ComponentType>): RouteObject {
  return { path, lazy: async () => ({ Component: await load() }) };
}

function withScope(scope: string, children: RouteObject[]): RouteObject {
  return { element: <RequireScope scope={scope} />, children };
}

const PAGES: RouteObject[] = [
  page('/', async () => (await import('../home/home.page')).HomePage),
  page('/profile', async () => (await import('../profile/profile.page')).ProfilePage),
  page('/developer', async () => (await import('../profile/developer.page')).DeveloperPage),
  page('/sessions', async () => (await import('../profile/sessions.page')).SessionsPage),
  page('/leaks', async () => (await import('../leaks/report-leak.page')).ReportLeakPage),
  page('/tokens', async () => (await import('../tokens/tokens.page')).TokensPage),
  page('/tokens/new', async () => (await import('../tokens/new-token.page')).NewTokenPage),
  page('/applications', async () => (await import('../applications/applications.page')).ApplicationsPage),
  page('/applications/:id', async () => (await import('../applications/application.page')).ApplicationPage),
  withScope('security:read', [
    page(
      '/upstreams/connections',
      async () => (await import('../upstreams/connections/connections.page')).ConnectionsPage,
    ),
    page(
      '/upstreams/connections/:id',
      async () => (await import('../upstreams/connections/connection.page')).ConnectionPage,
    ),
    page(
      '/upstreams/credentials',
      async () => (await import('../upstreams/credentials/credentials.page')).CredentialsPage,
    ),
    page(
      '/upstreams/credentials/:id',
      async () => (await import('../upstreams/credentials/credential.page')).CredentialPage,
    ),
    page(
      '/upstreams/certificates',
      async () => (await import('../upstreams/certificates/certificates.page')).CertificatesPage,
    ),
    page(
      '/upstreams/certificates/:id',
      async () => (await import('../upstreams/certificates/certificate.page')).CertificatePage,
    ),
  ]),
  withScope('users:read', [
    page('/admin/users', async () => (await import('../admin/users/users.page')).UsersPage),
    page('/admin/users/:id', async () => (await import('../admin/users/user.page')).UserPage),
  ]),
  withScope('users:write', [
    page('/admin/users/:id/removal', async () => (await import('../admin/removal/removal.page')).RemovalPage),
  ]),
  withScope('tokens:admin', [
    page('/admin/tokens', async () => (await import('../admin/tokens/site-tokens.page')).SiteTokensPage),
    page('/admin/identify', async () => (await import('../admin/tokens/identify.page')).IdentifyPage),
    page(
      '/admin/users/:id/tokens/new',
      async () => (await import('../admin/users/new-user-token.page')).NewUserTokenPage,
    ),
  ]),
  withScope('audit:read', [page('/admin/audit', async () => (await import('../admin/audit/audit.page')).AuditPage)]),
  withScope('roles:read', [page('/admin/roles', async () => (await import('../admin/roles/roles.page')).RolesPage)]),
  withScope('accounts:read', [
    page('/admin/accounts', async () => (await import('../admin/accounts/accounts.page')).AccountsPage),
  ]),
  withScope('site:write', [page('/admin/site', async () => (await import('../admin/site/site.page')).SitePage)]),
  withScope('projects:read', [
    {
      lazy: async () => ({ Component: (await import('../proxies/of-an-account')).OfAnAccount }),
      children: [
        page('/projects', async () => (await import('../proxies/projects.page')).ProjectsPage),
        withScope('proxies:read', [
          page('/projects/:id', async () => (await import('../proxies/project.page')).ProjectPage),
          page('/proxies/:id', async () => (await import('../proxies/proxy.page')).ProxyPage),
        ]),
        withScope('proxies:write', [
          page('/projects/:id/proxies/new', async () => (await import('../proxies/new-proxy.page')).NewProxyPage),
          page('/proxies/:id/edit', async () => (await import('../proxies/edit-proxy.page')).EditProxyPage),
        ]),
      ],
    },
  ]),
  { path: '*', Component: NotFound },
];

/** The service serves these addresses too: src/platform/http/console/console-pages.ts. */
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
          children: [
            {
              // not needed to sign in
              lazy: async () => ({ Component: (await import('./shell')).Shell }),
              children: [{ ErrorBoundary: RouteFailure, children: PAGES }],
            },
          ],
        },
      ],
    },
  ],
  { basename: pageSettings.base === '' ? '/' : pageSettings.base },
);
