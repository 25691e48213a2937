/**
 * Allows scripts, styles and calls of this origin only: no inline script, and no `unsafe-` source. Mantine writes its theme's
 * variables into a <style> element, which the nonce of the page allows. Style attributes are set through the DOM, which the
 * policy does not restrict.
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
