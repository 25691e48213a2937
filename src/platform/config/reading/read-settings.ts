import { isAbsolute, join, resolve } from 'node:path';
import type { Secret } from '../../../shared/crypto/secret.js';
import { Environment, type FileReader, type Variables } from './environment.js';
import * as parsers from './parsers.js';
import * as secrets from './secret-parsers.js';
import {
  LOG_LEVELS,
  settingsOf,
  type CookieSettings,
  type Settings,
  type SettingValues,
  type TlsSettings,
} from '../settings.js';
import type { PlainSetting } from './setting-names.js';
import { connectionTls } from '../connection-tls.js';
import { EMBEDDED_DATABASE } from '../data-folder.js';
import { SettingsError } from '../settings-error.js';

const PORT = 'a port between 1 and 65535';
const FRESHNESS = '`exact`, or a number of milliseconds between 1 and 1000';
const PORT_OR_OFF = 'a port between 1 and 65535, or 0 for none';
const NETWORKS = 'networks in CIDR form, separated by commas, as 10.0.0.0/8,fd00::/8';
const MOST_DAYS = 36_500;
const KEYS = 'keys of 32 random bytes in base64, separated by commas; `openssl rand -base64 32` makes one';

/** Reads and validates every setting (contract §8). Throws one SettingsError that lists every problem. */
export function readSettings(variables: Variables, readFile: FileReader): Settings {
  const environment = new Environment(variables, readFile);
  const settings = {
    ...readListening(environment),
    ...readStorage(environment),
    ...readFirstAdministrator(environment),
    ...readInterface(environment),
    ...readOperations(environment),
    ...readCleanup(environment),
    notices: environment.notices,
  };
  checkTogether(settings, environment);
  noticeUnverified(settings, environment);
  if (environment.problems.length > 0) throw new SettingsError(environment.problems);
  return settingsOf(settings);
}

function readListening(environment: Environment) {
  const port = environment.plain('PORT', 8443, PORT, parsers.integerBetween(1, 65_535));
  return {
    host: environment.plain(
      'HOST',
      '127.0.0.1',
      'an address or a host name to listen on',
      parsers.matching(/^[A-Za-z0-9.:_-]+$/),
    ),
    port,
    httpPort: environment.plain('HTTP_PORT', 8080, PORT_OR_OFF, parsers.portOrOff),
    publicUrl: environment.plain(
      'PUBLIC_URL',
      `https://localhost:${port}`,
      'the https URL that clients reach the service by',
      parsers.publicUrl,
    ),
    tls: readTls(environment),
    trustProxy: environment.plain('TRUST_PROXY', [], NETWORKS, parsers.listOf(parsers.network)),
    hsts: {
      includeSubDomains: readSwitch(environment, 'HSTS_INCLUDE_SUBDOMAINS', 'on'),
      preload: readSwitch(environment, 'HSTS_PRELOAD', 'off'),
    },
  };
}

function readSwitch(environment: Environment, name: PlainSetting, fallback: 'on' | 'off'): boolean {
  return environment.plain(name, fallback, 'on or off', parsers.oneOf('on', 'off')) === 'on';
}

function readTls(environment: Environment): TlsSettings {
  const mode = environment.plain('TLS', 'on', 'on or off', parsers.oneOf('on', 'off'));
  const certFile = environment.plain('TLS_CERT_FILE', null, 'a PEM file', resolvedPath);
  const keyFile = environment.plain('TLS_KEY_FILE', null, 'a PEM file', resolvedPath);
  if ((certFile === null) !== (keyFile === null)) {
    const missing = certFile === null ? 'GATEHOUSE_TLS_CERT_FILE' : 'GATEHOUSE_TLS_KEY_FILE';
    environment.problem(missing, 'the other half of the certificate and its key', 'is missing');
  }
  return mode === 'off' ? { mode } : { mode, certFile, keyFile };
}

function readStorage(environment: Environment) {
  const dataDir = environment.plain('DATA_DIR', resolve('data'), 'a folder', (path) => resolve(path));
  return {
    dataDir,
    database: environment.secret(
      'DATABASE_URL',
      { kind: 'sqlite', file: join(dataDir, EMBEDDED_DATABASE) },
      'sqlite:<file> or mysql://user:password@host:port/name',
      secrets.database,
    ),
    redisUrl: environment.secret<Secret | null>('REDIS_URL', null, 'redis://host:port', secrets.redisUrl),
    secretKeys: environment.secret<Secret[] | null>('SECRET_KEYS', null, KEYS, secrets.secretKeys),
  };
}

function readFirstAdministrator(environment: Environment) {
  const adminUsername = environment.plain(
    'ADMIN_USERNAME',
    'admin',
    'a username: 2 to 63 of a-z, 0-9, dot, hyphen, underscore, beginning with a letter or a digit',
    parsers.username,
  );
  return {
    adminUsername,
    adminPassword: environment.secret<Secret | null>(
      'ADMIN_PASSWORD',
      null,
      'at least 12 characters that nobody would guess',
      secrets.adminPassword(adminUsername),
    ),
  };
}

function readInterface(environment: Environment) {
  return {
    apiPrefix: environment.plain('API_PREFIX', '/api/v1', 'a path such as /api/v1', parsers.apiPrefix),
    accountHeaders: environment.plain(
      'ACCOUNT_HEADERS',
      [ACCOUNT_HEADER],
      'header names, separated by commas',
      accountHeaders,
    ),
    tokenPrefix: environment.plain(
      'TOKEN_PREFIX',
      'gth',
      '2 to 16 letters and digits',
      parsers.matching(/^[A-Za-z][A-Za-z0-9]{1,15}$/),
    ),
    corsOrigins: environment.plain(
      'CORS_ORIGINS',
      [],
      'https origins by name, separated by commas, as https://app.example.com',
      parsers.listOf(parsers.corsOrigin),
    ),
    cookie: readCookie(environment),
    docs: readSwitch(environment, 'DOCS', 'on'),
  };
}

function readCookie(environment: Environment): CookieSettings {
  return {
    domain: environment.plain<string | null>('COOKIE_DOMAIN', null, 'a domain such as example.com', (domain) =>
      parsers.matching(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/)(domain.toLowerCase().replace(/^\./, '')),
    ),
    path: environment.plain('COOKIE_PATH', '/', 'a path', parsers.matching(/^\/[A-Za-z0-9._~/-]*$/)),
    sameSite: environment.plain(
      'COOKIE_SAMESITE',
      'lax',
      'lax, strict or none',
      parsers.oneOf('lax', 'strict', 'none'),
    ),
  };
}

function readOperations(environment: Environment) {
  return {
    workers: environment.plain('WORKERS', 1, 'a number between 1 and 64', parsers.integerBetween(1, 64)),
    freshnessMs: environment.plain('FRESHNESS', null, FRESHNESS, parsers.exactOr(parsers.integerBetween(1, 1_000))),
    logLevel: environment.plain('LOG_LEVEL', 'info', `one of ${LOG_LEVELS.join(', ')}`, parsers.oneOf(...LOG_LEVELS)),
    metricsPort: environment.plain('METRICS_PORT', 0, PORT_OR_OFF, parsers.portOrOff),
    upstreamNetworks: environment.plain('UPSTREAM_NETWORKS', [], NETWORKS, parsers.listOf(parsers.network)),
  };
}

function readCleanup(environment: Environment) {
  const days = (name: PlainSetting, fallback: number) =>
    environment.plain(
      name,
      fallback,
      `a number of days between 1 and ${MOST_DAYS}`,
      parsers.integerBetween(1, MOST_DAYS),
    );
  return {
    retention: {
      tokensDays: days('RETENTION_TOKENS_DAYS', 30),
      sessionsDays: days('RETENTION_SESSIONS_DAYS', 30),
      notificationsDays: days('RETENTION_NOTIFICATIONS_DAYS', 90),
      auditDays: environment.plain(
        'RETENTION_AUDIT_DAYS',
        0,
        `a number of days between 1 and ${MOST_DAYS}, or 0 for ever`,
        parsers.integerBetween(0, MOST_DAYS),
      ),
    },
    cleanupIntervalMinutes: environment.plain(
      'CLEANUP_INTERVAL_MINUTES',
      60,
      'a number of minutes between 1 and 10080, or 0 for never',
      parsers.integerBetween(0, 10_080),
    ),
  };
}

const ACCOUNT_HEADER = 'X-Account-Id';

/** Further names are added to ours and don't replace it (contract §6). */
function accountHeaders(value: string): string[] {
  const further = parsers.listOf(parsers.headerName)(value);
  const names = new Set([ACCOUNT_HEADER.toLowerCase()]);
  const isNew = (name: string): boolean => !names.has(name.toLowerCase()) && names.add(name.toLowerCase()).size > 0;
  return [ACCOUNT_HEADER, ...further.filter(isNew)];
}

function resolvedPath(path: string): string {
  return isAbsolute(path) ? path : resolve(path);
}

/** Checks the rules that involve more than one setting. */
function checkTogether(settings: SettingValues, environment: Environment): void {
  if (settings.tls.mode === 'off' && settings.trustProxy.length === 0) {
    const reason = 'is missing although GATEHOUSE_TLS is off: nobody could reach the service over HTTPS';
    environment.problem('GATEHOUSE_TRUST_PROXY', `the networks of the proxy that ends TLS: ${NETWORKS}`, reason);
  }
  if (settings.database.kind === 'mysql' && settings.secretKeys === null && !isRefused(environment, 'SECRET_KEYS')) {
    const reason = 'is missing: with MySQL every instance needs the same key';
    environment.problem('GATEHOUSE_SECRET_KEYS', KEYS, reason);
  }
  if (settings.hsts.preload && !settings.hsts.includeSubDomains) {
    const reason =
      'is on although GATEHOUSE_HSTS_INCLUDE_SUBDOMAINS is off: the list takes names with all that are below';
    environment.problem('GATEHOUSE_HSTS_PRELOAD', 'off, or both on', reason);
  }
  const ports = [settings.port, settings.httpPort, settings.metricsPort].filter((port) => port !== 0);
  if (new Set(ports).size < ports.length) {
    environment.problem('GATEHOUSE_PORT', 'a port that HTTP_PORT and METRICS_PORT do not use', 'is used twice');
  }
}

/** Whoever is in between can pose as a server whose certificate nobody checks. */
function noticeUnverified({ database, redisUrl }: SettingValues, { notices }: Environment): void {
  const urls = { DATABASE_URL: database.kind === 'mysql' ? database.url : null, REDIS_URL: redisUrl };
  for (const [name, url] of Object.entries(urls)) {
    if (url === null || connectionTls(new URL(url.reveal()), secrets.REDIS_PARAMETERS) !== 'encrypted') continue;
    notices.push(
      `GATEHOUSE_${name} asks for TLS without a check of the server's certificate. ` +
        'ssl-mode=verify-full checks it; NODE_EXTRA_CA_CERTS names a file with your own authority.',
    );
  }
}

function isRefused(environment: Environment, name: string): boolean {
  return environment.problems.some(({ setting }) => setting.startsWith(`GATEHOUSE_${name}`));
}
