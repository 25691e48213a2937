/**
 * The addresses of the console's pages, so that links to them and reloads work. The console's router (console/src/app/routes.tsx)
 * says which page each address is. Any other address stays a 404 of the service.
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
