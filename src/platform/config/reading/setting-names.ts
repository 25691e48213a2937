export const SETTING_PREFIX = 'GATEHOUSE_';

/** Settings whose value is a secret. Each can also come from the file that `<name>_FILE` names (contract §9). */
export const SECRET_SETTINGS = ['SECRET_KEYS', 'ADMIN_PASSWORD', 'DATABASE_URL', 'REDIS_URL'] as const;
export type SecretSetting = (typeof SECRET_SETTINGS)[number];

export const PLAIN_SETTINGS = [
  'HOST',
  'PORT',
  'HTTP_PORT',
  'DATA_DIR',
  'PUBLIC_URL',
  'TLS',
  'TLS_CERT_FILE',
  'TLS_KEY_FILE',
  'TRUST_PROXY',
  'HSTS_INCLUDE_SUBDOMAINS',
  'HSTS_PRELOAD',
  'ADMIN_USERNAME',
  'API_PREFIX',
  'ACCOUNT_HEADERS',
  'TOKEN_PREFIX',
  'CORS_ORIGINS',
  'COOKIE_DOMAIN',
  'COOKIE_PATH',
  'COOKIE_SAMESITE',
  'WORKERS',
  'FRESHNESS',
  'LOG_LEVEL',
  'METRICS_PORT',
  'DOCS',
  'UPSTREAM_NETWORKS',
  'RETENTION_TOKENS_DAYS',
  'RETENTION_SESSIONS_DAYS',
  'RETENTION_NOTIFICATIONS_DAYS',
  'RETENTION_AUDIT_DAYS',
  'CLEANUP_INTERVAL_MINUTES',
] as const;
export type PlainSetting = (typeof PLAIN_SETTINGS)[number];

/** Earlier names, which keep working, each with the current name of the setting. */
export const FORMER_NAMES: Readonly<Partial<Record<PlainSetting, string>>> = {
  CLEANUP_INTERVAL_MINUTES: 'CARE_INTERVAL_MINUTES',
};

const KNOWN: readonly string[] = [
  ...PLAIN_SETTINGS,
  ...SECRET_SETTINGS,
  ...SECRET_SETTINGS.map((name) => `${name}_FILE`),
].map((name) => SETTING_PREFIX + name);

export function isKnownSetting(name: string): boolean {
  return KNOWN.includes(name) || Object.values(FORMER_NAMES).some((former) => name === SETTING_PREFIX + former);
}

/** The known setting that an unknown name is most likely a misspelling of. */
export function nearestSetting(name: string): string {
  const distance = (known: string): number => (known.startsWith(name) ? 1 : editDistance(name, known));
  const [nearest = ''] = [...KNOWN].sort((a, b) => distance(a) - distance(b));
  return nearest;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, letter] of Array.from(a).entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const change = (row[j] ?? 0) + (letter === b[j] ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
