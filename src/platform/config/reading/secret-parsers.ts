import { resolve } from 'node:path';
import { Secret } from '../../../shared/crypto/secret.js';
import { passwordWeakness } from '../../../shared/crypto/password-strength.js';
import { RefusedValue } from './environment.js';
import { connectionTls, unknownParameter } from '../connection-tls.js';
import type { DatabaseSettings } from '../settings.js';

export const KEY_BYTES = 32;
/** Parameters of the URL that the client of Redis understands by itself. */
export const REDIS_PARAMETERS = ['db', 'family'];
const PERCENT_ENCODE = 'percent-encode special characters of the user and the password, as %2F for / and %3F for ?';
/** The letters of host names, with the underscore of Compose, or an IPv6 address. */
const HOST = /^(?:[A-Za-z0-9._-]+|\[[\da-f.:]+\])$/;
/** What comes between a name and a parameter, or is left of a password that was cut short. */
const SEPARATORS = /[?&;=#,|@]/;
/** A `?` anywhere; of what else may begin parameters, only what looks like one, as paths hold such characters too. */
const FILE_PARAMETER = /(?:\?|%3f)([\w.-]*)|[&;#]([\w.-]+)=/i;
const FEWEST_DIFFERENT_BYTES = 8;
/** Placeholders from example files: `<password>`, `${PASSWORD}`, changeme, your-secret-here, replace_me, xxxx. */
export const PLACEHOLDERS: readonly RegExp[] = [
  /^<.*>$/,
  /^\$\{?\w+\}?$/,
  /^x+$/i,
  /^\*+$/,
  /^\.+$/,
  /change[-_ ]?me/i,
  /change[-_ ]?this/i,
  /replace[-_ ]?me/i,
  /replace[-_ ]?this/i,
  /replace[-_ ]?with/i,
  /placeholder/i,
  /^your[-_ ]/i,
  /^my[-_ ]/i,
  /[-_ ]here$/i,
  /^todo$/i,
];

export function isPlaceholder(value: string): boolean {
  return PLACEHOLDERS.some((placeholder) => placeholder.test(value));
}

export function secretKeys(value: Secret): Secret[] {
  const keys = value
    .reveal()
    .split(',')
    .map((key) => key.trim())
    .filter((key) => key !== '');
  if (keys.length === 0) throw new RefusedValue('holds no key');
  const bytes = keys.map((key, index) => keyBytes(key, `key ${index + 1}`));
  if (new Set(bytes.map((key) => key.toString('hex'))).size < keys.length) throw new RefusedValue('repeats a key');
  return bytes.map((key) => new Secret(key.toString('base64')));
}

function keyBytes(key: string, name: string): Buffer {
  if (isPlaceholder(key)) throw new RefusedValue(`holds a placeholder as ${name}`);
  const bytes = Buffer.from(key, 'base64');
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(key)) throw new RefusedValue(`holds ${name} that is not base64`);
  if (bytes.length !== KEY_BYTES) throw new RefusedValue(`holds ${name} of ${bytes.length} bytes`);
  if (isPlaceholder(bytes.toString('latin1'))) throw new RefusedValue(`holds a placeholder as ${name}`);
  if (new Set(bytes).size < FEWEST_DIFFERENT_BYTES) throw new RefusedValue(`holds ${name} that is not random`);
  return bytes;
}

export function adminPassword(username: string): (value: Secret) => Secret {
  return (value) => {
    if (isPlaceholder(value.reveal())) throw new RefusedValue('is a placeholder');
    const weakness = passwordWeakness(value.reveal(), username);
    if (weakness !== null) throw new RefusedValue(weakness);
    return value;
  };
}

export function database(value: Secret): DatabaseSettings {
  const text = value.reveal();
  if (text.startsWith('sqlite:')) return sqlite(text.slice('sqlite:'.length).replace(/^\/\//, ''));
  const url = connectionUrl(text, ['mysql:', 'mariadb:'], 'is neither a sqlite: nor a mysql:// URL');
  if (url.hostname === '' || !/^\/[^/]+$/.test(url.pathname)) throw new RefusedValue('lacks a host or a database name');
  const separator = SEPARATORS.exec(decoded(url.pathname, 'database name'));
  if (separator !== null) {
    throw new RefusedValue(
      `holds \`${separator[0]}\` in its database name: parameters begin with \`?\`. Else ${PERCENT_ENCODE}`,
    );
  }
  connectionTls(url);
  return { kind: 'mysql', url: value };
}

function sqlite(file: string): DatabaseSettings {
  if (file === '' || file.includes(':memory:')) throw new RefusedValue('names no file');
  const parameter = FILE_PARAMETER.exec(file);
  if (parameter !== null) throw unknownParameter(parameter[1] ?? parameter[2] ?? '');
  return { kind: 'sqlite', file: resolve(file) };
}

export function redisUrl(value: Secret): Secret {
  const url = connectionUrl(value.reveal(), ['redis:', 'rediss:'], 'is no redis:// URL');
  if (url.hostname === '') throw new RefusedValue('lacks a host');
  const databases = [url.pathname.slice(1), ...url.searchParams.getAll('db')];
  if (!databases.every((name) => /^\d{0,4}$/.test(name))) throw new RefusedValue('names a database that is no number');
  if (!url.searchParams.getAll('family').every((family) => /^[046]?$/.test(family)))
    throw new RefusedValue('holds a family other than 4 and 6');
  connectionTls(url, REDIS_PARAMETERS);
  return value;
}

/** A URL with a user and a password. Characters with a meaning of their own cut it elsewhere than its author meant. */
function connectionUrl(text: string, schemes: readonly string[], otherwise: string): URL {
  if (/[?#].*@/.test(text)) throw new RefusedValue(`holds a \`?\` or a \`#\` before an \`@\`: ${PERCENT_ENCODE}`);
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null && schemes.some((scheme) => text.startsWith(`${scheme}//`))) {
    throw new RefusedValue(`has no readable host or port: ${PERCENT_ENCODE}`);
  }
  if (url === null || !schemes.includes(url.protocol)) throw new RefusedValue(otherwise);
  if (url.hash !== '') throw new RefusedValue(`holds a \`#\`: ${PERCENT_ENCODE}`);
  if (url.hostname !== '' && !HOST.test(url.hostname)) {
    throw new RefusedValue(`names a host that is neither a name nor an address: ${PERCENT_ENCODE}`);
  }
  decoded(url.username, 'user');
  if (isPlaceholder(decoded(url.password, 'password'))) throw new RefusedValue('holds a placeholder as its password');
  return url;
}

function decoded(part: string, name: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new RefusedValue(`holds a \`%\` in its ${name} that encodes nothing: percent-encode it, as %25`);
  }
}
