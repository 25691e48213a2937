import { resolve } from 'node:path';
import { Secret } from '../../../shared/crypto/secret.js';
import { passwordWeakness } from '../../../shared/crypto/password-strength.js';
import { RefusedValue } from './environment.js';
import type { DatabaseSettings } from '../settings.js';

export const KEY_BYTES = 32;
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
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !['mysql:', 'mariadb:'].includes(url.protocol)) {
    throw new RefusedValue('is neither a sqlite: nor a mysql:// URL');
  }
  if (url.hostname === '' || !/^\/[^/]+$/.test(url.pathname)) throw new RefusedValue('lacks a host or a database name');
  if (isPlaceholder(decodeURIComponent(url.password))) throw new RefusedValue('holds a placeholder as its password');
  return { kind: 'mysql', url: value };
}

function sqlite(file: string): DatabaseSettings {
  if (file === '' || file.includes(':memory:')) throw new RefusedValue('names no file');
  return { kind: 'sqlite', file: resolve(file) };
}

export function redisUrl(value: Secret): Secret {
  const url = URL.canParse(value.reveal()) ? new URL(value.reveal()) : null;
  if (url === null || !['redis:', 'rediss:'].includes(url.protocol)) throw new RefusedValue('is no redis:// URL');
  if (isPlaceholder(decodeURIComponent(url.password))) throw new RefusedValue('holds a placeholder as its password');
  return value;
}
