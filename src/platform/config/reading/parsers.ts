import { usernameProblem } from '../../../shared/authz/username.js';
import { isNetwork } from '../../../shared/networks/network-list.js';
import { RefusedValue } from './environment.js';

const quoted = (value: string): string => JSON.stringify(value);

export function integerBetween(lowest: number, highest: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!/^\d{1,9}$/.test(value) || number < lowest || number > highest) throw new RefusedValue(`is ${quoted(value)}`);
    return number;
  };
}

/** `exact`, or a bound. */
export function exactOr(bound: (value: string) => number): (value: string) => number | null {
  return (value) => (value.toLowerCase() === 'exact' ? null : bound(value));
}

export function oneOf<const T extends string>(...choices: readonly T[]): (value: string) => T {
  return (value) => {
    const choice = choices.find((candidate) => candidate === value.toLowerCase());
    if (choice === undefined) throw new RefusedValue(`is ${quoted(value)}`);
    return choice;
  };
}

export function matching(pattern: RegExp): (value: string) => string {
  return (value) => {
    if (!pattern.test(value)) throw new RefusedValue(`is ${quoted(value)}`);
    return value;
  };
}

/** The same rule as for every other user, so that the first start can't fail because of the name. */
export function username(value: string): string {
  const name = value.toLowerCase();
  const problem = usernameProblem(name);
  if (problem !== null) throw new RefusedValue(`is ${quoted(value)}, and a username ${problem}`);
  return name;
}

export function listOf<T>(parse: (item: string) => T): (value: string) => T[] {
  return (value) =>
    value
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '')
      .map(parse);
}

export function network(value: string): string {
  if (!isNetwork(value)) throw new RefusedValue(`holds ${quoted(value)}, which is no network`);
  return value;
}

export function portOrOff(value: string): number {
  return value.toLowerCase() === 'off' ? 0 : integerBetween(0, 65_535)(value);
}

/** The address that clients use for the service: https, and nothing after the path. */
export function publicUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url?.protocol !== 'https:') throw new RefusedValue(`is ${quoted(value)}, which is no https URL`);
  if (url.username !== '' || url.password !== '') throw new RefusedValue('holds a user name or a password');
  if (url.search !== '' || url.hash !== '') throw new RefusedValue('holds a query or a fragment');
  if (/%(?![0-9A-Fa-f]{2})/.test(url.pathname)) {
    throw new RefusedValue('holds a `%` in its path that encodes nothing: percent-encode it, as %25');
  }
  return url.href.replace(/\/+$/, '');
}

/** A named origin, exactly as browsers send it. Plain http is allowed only for a developer's own machine. */
export function corsOrigin(value: string): string {
  if (value.includes('*')) throw new RefusedValue('holds a wildcard, with which any site could act as its visitors');
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url === null || url.origin !== value) throw new RefusedValue(`holds ${quoted(value)}, which is no origin`);
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && local)) {
    throw new RefusedValue(`holds ${quoted(value)}, which is not https`);
  }
  return value;
}

/** The service's own paths and the pages of the console (platform/http/console/console-pages.ts; a test compares the lists). */
export const RESERVED_PATHS: readonly string[] = [
  ...['oauth', 'verify', 'gw', 'docs', 'health', 'metrics', '.well-known'],
  ...['assets', 'sign-in', 'invitation', 'profile', 'developer', 'sessions', 'tokens', 'applications', 'admin'],
  ...['leaks', 'projects', 'proxies', 'upstreams'],
];

export function apiPrefix(value: string): string {
  const prefix = value.replace(/\/$/, '');
  if (!/^(\/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+$/.test(prefix)) throw new RefusedValue(`is ${quoted(value)}`);
  if (RESERVED_PATHS.includes(prefix.split('/')[1] ?? ''))
    throw new RefusedValue(`is ${quoted(value)}, which is taken`);
  return prefix;
}

/** Headers with a meaning of their own, in lower case. An entry that ends in a hyphen is a prefix. */
export const RESERVED_HEADERS: readonly string[] = [
  ...['authorization', 'cookie', 'host', 'origin', 'connection', 'content-', 'transfer-encoding'],
  ...['x-forwarded-', 'forwarded'],
];

export function headerName(value: string): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9-]*$/.test(value))
    throw new RefusedValue(`holds ${quoted(value)}, which is no header name`);
  if (isReserved(value.toLowerCase())) throw new RefusedValue(`holds ${quoted(value)}, which has a meaning of its own`);
  return value;
}

function isReserved(name: string): boolean {
  return RESERVED_HEADERS.some((reserved) => (reserved.endsWith('-') ? name.startsWith(reserved) : name === reserved));
}
