/** RFC 6265bis §4.1.3.2: a browser refuses the `__Host-` prefix with a Domain, or with another Path than `/`. */
export function sessionCookieName({ domain, path }: { readonly domain: string | null; readonly path: string }): string {
  return domain === null && path === '/' ? '__Host-gatehouse' : 'gatehouse';
}
