import { plainHeaderName } from '../../../shared/protocol/header-name.js';

const NAME = /^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/;
const VALUE = /^[\x20-\x7e]{0,1000}$/;

/** Headers that the gateway itself decides about: a proxy must not set or remove them. */
const RESERVED = new Set([
  'authorization',
  'connection',
  'content-length',
  'cookie',
  'expect',
  'forwarded',
  'host',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
  'x-request-id',
]);
const RESERVED_PREFIXES = ['proxy-', 'sec-websocket-', 'x-auth-', 'x-forwarded-'];

/** Why a proxy can't set or remove this header, as a clause; null when it can. Allows for servers that read `_` as `-`. */
function headerNameProblem(name: string): string | null {
  if (!NAME.test(name)) return 'is not the name of a header';
  const plain = plainHeaderName(name);
  if (plain === 'authorization') return 'is for the credential of the connection';
  if (RESERVED.has(plain) || RESERVED_PREFIXES.some((prefix) => plain.startsWith(prefix)))
    return 'is set by the gateway itself';
  return null;
}

function headerValueProblem(value: unknown): string | null {
  return typeof value === 'string' && VALUE.test(value) && value.trim() === value
    ? null
    : 'must be a text of at most 1000 printable ASCII characters';
}

const MOST_HEADERS = 50;

export function addedHeadersProblem(headers: unknown): string | null {
  if (typeof headers !== 'object' || headers === null) return 'must be an object';
  const entries = Object.entries(headers);
  if (entries.length > MOST_HEADERS) return `must have at most ${MOST_HEADERS} headers`;
  const names = entries.map(([name]) => name);
  return firstProblem(names) ?? valueProblem(entries.map(([, value]) => value as unknown));
}

export function removedHeadersProblem(names: unknown): string | null {
  return Array.isArray(names) ? firstProblem(names) : 'must be a list';
}

/** Names are the caller's text, and are not repeated. */
function firstProblem(names: readonly unknown[]): string | null {
  const seen = new Set<string>();
  for (const [index, name] of names.entries()) {
    if (typeof name !== 'string') return 'must be names of headers';
    const problem = headerNameProblem(name);
    if (problem !== null) return `: name ${index + 1} ${problem}`;
    seen.add(name.toLowerCase());
  }
  return seen.size === names.length ? null : 'must name each header once';
}

function valueProblem(values: readonly unknown[]): string | null {
  const index = values.findIndex((value) => headerValueProblem(value) !== null);
  return index === -1 ? null : `: value ${index + 1} ${headerValueProblem(values[index]) ?? ''}`;
}
