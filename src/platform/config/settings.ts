import type { Secret } from '../../shared/crypto/secret.js';

export type DatabaseSettings =
  { readonly kind: 'sqlite'; readonly file: string } | { readonly kind: 'mysql'; readonly url: Secret };

export type TlsSettings =
  | { readonly mode: 'on'; readonly certFile: string | null; readonly keyFile: string | null }
  /** A trusted proxy ends TLS in front of us (contract §2). */
  | { readonly mode: 'off' };

/** RFC 6797. */
export interface HstsSettings {
  readonly includeSubDomains: boolean;
  /** Asks browsers to ship the name in their list; they want `includeSubDomains` with it. */
  readonly preload: boolean;
}

export interface CookieSettings {
  readonly domain: string | null;
  readonly path: string;
  readonly sameSite: 'lax' | 'strict' | 'none';
}

/** How long ended rows are kept, in days. */
export interface RetentionSettings {
  /** Tokens and their values, client secrets, deleted applications, and the tombstones of removed users. */
  readonly tokensDays: number;
  /** Sign-ins and invitations. */
  readonly sessionsDays: number;
  readonly notificationsDays: number;
  /** 0 means for ever. */
  readonly auditDays: number;
}

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Everything an operator can set (contract §8), validated. Abstract so that it is both the type and Nest's token. */
export abstract class Settings {
  abstract readonly host: string;
  abstract readonly port: number;
  /** The plain port, which serves nothing; 0 means off. */
  abstract readonly httpPort: number;
  abstract readonly dataDir: string;
  abstract readonly database: DatabaseSettings;
  abstract readonly redisUrl: Secret | null;
  /** The issuer, and the start of every link; no trailing slash. */
  abstract readonly publicUrl: string;
  abstract readonly tls: TlsSettings;
  /** CIDR networks of the proxies whose `X-Forwarded-*` is believed. */
  abstract readonly trustProxy: readonly string[];
  abstract readonly hsts: HstsSettings;
  /** Deployment keys, each 32 bytes in base64; the first seals. Null: the data folder has a generated key. */
  abstract readonly secretKeys: readonly Secret[] | null;
  abstract readonly adminUsername: string;
  abstract readonly adminPassword: Secret | null;
  abstract readonly apiPrefix: string;
  /** Names of the account header as the operator wrote them. `X-Account-Id` is always first. */
  abstract readonly accountHeaders: readonly string[];
  abstract readonly tokenPrefix: string;
  abstract readonly corsOrigins: readonly string[];
  abstract readonly cookie: CookieSettings;
  abstract readonly workers: number;
  /** By how many milliseconds a verification may lag behind the database; null means not at all. */
  abstract readonly freshnessMs: number | null;
  abstract readonly logLevel: LogLevel;
  /** 0 means off. */
  abstract readonly metricsPort: number;
  abstract readonly docs: boolean;
  /** CIDR networks in which upstreams are allowed although the networks are private. */
  abstract readonly upstreamNetworks: readonly string[];
  abstract readonly retention: RetentionSettings;
  /** How often this instance cleans up; 0 means never. */
  abstract readonly cleanupIntervalMinutes: number;
  /** Settings that work but should be changed, one sentence each. The service logs them at the start. */
  abstract readonly notices: readonly string[];
}

/** The same fields as a plain object. */
export type SettingValues = { readonly [Name in keyof Settings]: Settings[Name] };

/** Settings are data. The class exists only because Nest needs a token at run time. */
export function settingsOf(values: SettingValues): Settings {
  return Object.freeze(Object.assign(Object.create(Settings.prototype) as Settings, values));
}
