import { settingsOf, type Settings, type SettingValues } from '../../src/platform/config/settings.js';
import { Secret } from '../../src/shared/crypto/secret.js';

/** A deployment key of the tests alone. */
export const TEST_KEY = 'tSsvK7n0yB4m1eRkq2u8Yc5hPzX3aLwJdGfTiVoNQ9A=';

/** Settings that touch nothing on the machine but the given folder, quiet and on the given ports. */
export function testSettings(values: Pick<SettingValues, 'dataDir' | 'database'> & Partial<SettingValues>): Settings {
  const port = values.port ?? 8443;
  return settingsOf({
    host: '127.0.0.1',
    port,
    httpPort: 0,
    redisUrl: null,
    publicUrl: `https://localhost:${port}`,
    tls: { mode: 'on', certFile: null, keyFile: null },
    trustProxy: [],
    secretKeys: [new Secret(TEST_KEY)],
    adminUsername: 'admin',
    adminPassword: new Secret('a password of the tests 1'),
    apiPrefix: '/api/v1',
    accountHeaders: ['X-Account-Id'],
    tokenPrefix: 'gth',
    corsOrigins: [],
    hsts: { includeSubDomains: true, preload: false },
    cookie: { domain: null, path: '/', sameSite: 'lax' },
    workers: 1,
    freshnessMs: null,
    logLevel: 'silent',
    metricsPort: 0,
    docs: true,
    upstreamNetworks: [],
    retention: { tokensDays: 30, sessionsDays: 30, notificationsDays: 90, auditDays: 0 },
    cleanupIntervalMinutes: 0,
    notices: [],
    ...values,
  });
}
