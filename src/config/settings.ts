import type { Secret } from '../shared/crypto/secret.js';

export type DatabaseSettings =
  { readonly kind: 'sqlite'; readonly file: string } | { readonly kind: 'mysql'; readonly url: Secret };

export type TlsSettings =
  | { readonly mode: 'on'; readonly certFile: string | null; readonly keyFile: string | null }
  /** A trusted proxy ends TLS in front of us (CONTRACT §2). */
  | { readonly mode: 'off' };

export interface CookieSettings {
  readonly domain: string | null;
  readonly path: string;
  readonly sameSite: 'lax' | 'strict' | 'none';
}

/** How long what is over is kept, in days. */
export interface RetentionSettings {
  /** Tokens and their values, client secrets, deleted applications, and what is left of removed users. */
  readonly tokensDays: number;
  /** Sign-ins and invitations. */
  readonly sessionsDays: number;
  readonly notificationsDays: number;
  /** 0 is for ever. */
  readonly auditDays: number;
}

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Everything an operator can set (CONTRACT §8), validated. Abstract so that it is both the type and Nest's token. */
export abstract class Settings {
  abstract readonly host: string;
  abstract readonly port: number;
  /** The plain port, which serves nothing; 0 is off. */
  abstract readonly httpPort: number;
  abstract readonly dataDir: string;
  abstract readonly database: DatabaseSettings;
  abstract readonly redisUrl: Secret | null;
  /** Issuer and start of every link; no trailing slash. */
  abstract readonly publicUrl: string;
  abstract readonly tls: TlsSettings;
  /** CIDR networks of the proxies whose `X-Forwarded-*` is believed. */
  abstract readonly trustProxy: readonly string[];
  /** Deployment keys as 32 bytes of base64, the first seals; null is one generated in the data folder. */
  abstract readonly secretKeys: readonly Secret[] | null;
  abstract readonly adminUsername: string;
  abstract readonly adminPassword: Secret | null;
  abstract readonly apiPrefix: string;
  /** Names of the account header as the operator wrote them, `X-Account-Id` always first. */
  abstract readonly accountHeaders: readonly string[];
  abstract readonly tokenPrefix: string;
  abstract readonly corsOrigins: readonly string[];
  abstract readonly cookie: CookieSettings;
  abstract readonly workers: number;
  abstract readonly logLevel: LogLevel;
  /** 0 is off. */
  abstract readonly metricsPort: number;
  abstract readonly docs: boolean;
  /** CIDR networks that upstreams may be in although they are private. */
  abstract readonly upstreamNetworks: readonly string[];
  abstract readonly retention: RetentionSettings;
  /** How often this instance cleans up; 0 is never. */
  abstract readonly careIntervalMinutes: number;
}

/** The same fields as a plain object. */
export type SettingValues = { readonly [Name in keyof Settings]: Settings[Name] };

/** Settings are data: the class is there only because Nest wants a token that exists at run time. */
export function settingsOf(values: SettingValues): Settings {
  return Object.freeze(Object.assign(Object.create(Settings.prototype) as Settings, values));
}
