/**
 * The name of a header as servers behind CGI, WSGI, Rack and PHP see it. There `X-Account-Id` and `X_Account_Id` are one variable
 * (RFC 3875 §4.1.18), so neither may pass where the other is refused.
 */
export function plainHeaderName(name: string): string {
  const lower = name.toLowerCase();
  return lower.includes('_') ? lower.replaceAll('_', '-') : lower;
}

/** RFC 9110 §5.6.2 */
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;

export function isHeaderName(text: string): boolean {
  return TOKEN.test(text);
}

/** All values of the headers with this name, in any spelling, in their order. Node's own parsing drops or joins some. */
export function headerValues(rawHeaders: readonly string[], plainName: string): string[] {
  const values: string[] = [];
  for (let i = 0; i + 1 < rawHeaders.length; i += 2)
    if (plainHeaderName(rawHeaders[i] ?? '') === plainName) values.push(rawHeaders[i + 1] ?? '');
  return values;
}
