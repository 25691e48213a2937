/**
 * The addresses that are pages of the console, so that a link into it, or a reload, finds it. Its router
 * (console/src/app/routes.tsx) says which page each is; an address that is not here stays a 404 of the service.
 */
export const CONSOLE_PAGES: readonly string[] = [
  '/',
  '/sign-in',
  '/invitation',
  '/profile',
  '/developer',
  '/sessions',
  '/leaks',
  '/tokens',
  '/tokens/*',
  '/applications',
  '/applications/*',
  '/upstreams/*',
  '/admin/*',
  '/projects',
  '/projects/*',
  '/proxies/*',
];
