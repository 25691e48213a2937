import type { Weakening } from './weakening.js';

const SETTINGS = ['unit/platform/config/refused-settings.spec.ts'];
const CONNECTIONS = ['unit/platform/config/connection-urls.spec.ts'];
const DATA_FOLDER = ['integration/platform/config/data-folder.spec.ts'];
const NETWORKS = ['unit/shared/network-list.spec.ts'];
const CREDENTIALS = ['unit/shared/credential-format.spec.ts'];
const PASSWORDS = ['unit/directory/users/passwords.spec.ts'];

/** The settings and what imports nothing of ours. */
export const SHARED_WEAKENINGS: readonly Weakening[] = [
  { file: 'platform/config/reading/parsers.ts', text: " || url.hash !== ''", replacement: '', specs: SETTINGS },
  { file: 'platform/config/reading/parsers.ts', text: "url.username !== '' || ", replacement: '', specs: SETTINGS },
  { file: 'platform/config/reading/parsers.ts', text: "'verify', 'gw',", replacement: "'verify',", specs: SETTINGS },
  {
    file: 'platform/config/reading/parsers.ts',
    text: "'x-forwarded-', 'forwarded'",
    replacement: "'x-forwarded-'",
    specs: SETTINGS,
  },
  { file: 'platform/config/reading/parsers.ts', text: "'host', 'origin',", replacement: "'host',", specs: SETTINGS },
  { file: 'platform/config/reading/parsers.ts', text: ' || number > highest', replacement: '', specs: SETTINGS },
  { file: 'platform/config/reading/parsers.ts', text: ' || url.origin !== value', replacement: '', specs: SETTINGS },
  {
    file: 'platform/config/reading/secret-parsers.ts',
    text: 'FEWEST_DIFFERENT_BYTES = 8',
    replacement: 'FEWEST_DIFFERENT_BYTES = 7',
    specs: SETTINGS,
  },
  {
    file: 'platform/config/reading/secret-parsers.ts',
    text: '  /replace[-_ ]?with/i,\n',
    replacement: '',
    specs: SETTINGS,
  },
  {
    file: 'platform/config/reading/secret-parsers.ts',
    text: '!HOST.test(url.hostname)',
    replacement: 'false',
    specs: CONNECTIONS,
  },
  { file: 'platform/config/reading/secret-parsers.ts', text: '[?&;=#,|@]', replacement: '[?=#@]', specs: CONNECTIONS },
  {
    file: 'platform/config/reading/read-settings.ts',
    text: 'settings.httpPort, settings.metricsPort',
    replacement: 'settings.httpPort',
    specs: SETTINGS,
  },
  {
    file: 'platform/config/data-folder.ts',
    text: 'KEYS.includes(contentOf(name))',
    replacement: 'false',
    specs: DATA_FOLDER,
  },
  { file: 'platform/config/data-folder.ts', text: '!this.#close(name)', replacement: 'false', specs: DATA_FOLDER },
  { file: 'shared/networks/network-list.ts', text: 'bits >= bound.bits', replacement: 'true', specs: NETWORKS },
  { file: 'shared/networks/network-list.ts', text: 'bits > widest', replacement: 'bits > 128', specs: NETWORKS },
  { file: 'shared/networks/network-list.ts', text: 'inner.every(', replacement: 'inner.some(', specs: NETWORKS },
  {
    file: 'shared/crypto/credential-format.ts',
    text: 'value.slice(end) === checksum(value.slice(0, end))',
    replacement: 'end > 0',
    specs: CREDENTIALS,
  },
  {
    file: 'shared/crypto/credential-format.ts',
    text: '`^${this.pattern}$`',
    replacement: 'this.pattern',
    specs: CREDENTIALS,
  },
  {
    file: 'shared/crypto/password-strength.ts',
    text: 'FEWEST_DIFFERENT_CHARACTERS = 5',
    replacement: 'FEWEST_DIFFERENT_CHARACTERS = 4',
    specs: PASSWORDS,
  },
  {
    file: 'shared/crypto/password-strength.ts',
    text: 'SHORTEST_PASSWORD = 12',
    replacement: 'SHORTEST_PASSWORD = 11',
    specs: PASSWORDS,
  },
  {
    file: 'shared/crypto/password-strength.ts',
    text: 'LONGEST_PASSWORD = 256',
    replacement: 'LONGEST_PASSWORD = 257',
    specs: PASSWORDS,
  },
  {
    file: 'shared/authz/username.ts',
    text: 'username.startsWith(CLIENT_ID_PREFIX)',
    replacement: 'false',
    specs: ['unit/directory/users/username.spec.ts'],
  },
  {
    file: 'shared/authz/scopes.ts',
    text: ' && !value.startsWith(ACCOUNT_SCOPE_PREFIX)',
    replacement: '',
    specs: ['e2e/roles', 'e2e/auth/verify.e2e.spec.ts'],
  },
  {
    file: 'shared/authz/confirmation.ts',
    text: '>= CONFIRMED_FOR_MS',
    replacement: '> CONFIRMED_FOR_MS',
    specs: ['e2e/admin/admin-tokens.e2e.spec.ts'],
  },
  {
    file: 'platform/keys/keys.service.ts',
    text: 'KEEP_RETIRED_MS = 366',
    replacement: 'KEEP_RETIRED_MS = 365',
    specs: ['integration/platform/keys'],
  },
  {
    file: 'platform/keys/keys.service.ts',
    text: '+ KEEP_RETIRED_MS > now',
    replacement: '+ KEEP_RETIRED_MS >= now',
    specs: ['integration/platform/keys'],
  },
  {
    file: 'platform/keys/keys.service.ts',
    text: '\n      .sort((a, b) => Number(a.retiredAt !== null) - Number(b.retiredAt !== null))',
    replacement: '',
    specs: ['integration/platform/keys'],
  },
  {
    file: 'platform/keys/keys.service.ts',
    text: '    this.#refreshedAt = now;\n',
    replacement: '',
    specs: ['integration/platform/keys'],
  },
  {
    file: 'platform/keys/key-material.ts',
    text: '`key/${key.purpose}/${key.id}`',
    replacement: '`key/${key.purpose}`',
    specs: ['integration/platform/keys'],
  },
  {
    file: 'platform/database/site-table.ts',
    text: " || siteId === ''",
    replacement: '',
    specs: ['integration/platform/database/site-table.spec.ts'],
  },
  {
    file: 'platform/database/stale-rows.ts',
    text: 'limit - gone.length',
    replacement: 'limit',
    specs: ['integration/platform/database/stale-rows.spec.ts'],
  },
  {
    file: 'platform/audit/denial-log.ts',
    text: 'entry.action, entry.reason, ',
    replacement: 'entry.action, ',
    specs: ['integration/platform/audit'],
  },
  {
    file: 'platform/audit/denial-log.ts',
    text: '[...entries, ...this.#pending]',
    replacement: '[...this.#pending]',
    specs: ['integration/platform/audit'],
  },
  {
    file: 'platform/audit/denial-log.ts',
    text: 'this.#dropped += waiting.length - this.#pending.length;',
    replacement: '',
    specs: ['integration/platform/audit'],
  },
  {
    file: 'platform/audit/denial-log.ts',
    text: '      this.#behind.schedule(RETRY_AFTER_MS);\n',
    replacement: '',
    specs: ['integration/platform/audit'],
  },
  {
    file: 'shared/crypto/credential-format.ts',
    text: '${this.pattern}(?![0-9A-Za-z])`',
    replacement: '${this.pattern}`',
    specs: ['unit/principals/credential-in-text.spec.ts'],
  },
  {
    file: 'shared/exposure/pasted-text.ts',
    text: ' && others.length === 0',
    replacement: '',
    specs: ['unit/principals/credential-in-text.spec.ts'],
  },
];
