/**
 * Scripts, styles and calls of this origin and nothing else; no inline script, no `unsafe-` anything. Mantine writes its
 * theme's variables into a <style> element: the nonce of the page lets that one in. Style attributes are set
 * through the DOM, which the policy does not restrict.
 */
export function consolePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "connect-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
