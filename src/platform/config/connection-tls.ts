import { isAddress } from '../../shared/networks/network-list.js';
import { RefusedValue } from './reading/environment.js';

/** From no TLS to TLS with a certificate whose chain and name are checked. */
export type ConnectionTls = 'off' | 'encrypted' | 'verify-ca' | 'verify-full';

/** `verified` checks what can be checked; `verify-full` insists on the name. */
const LEVELS = ['off', 'encrypted', 'verify-ca', 'verified', 'verify-full'] as const;
type Level = (typeof LEVELS)[number];

const TRUE = ['true', '1', 'yes', 'on'];
const FALSE = ['false', '0', 'no', 'off'];

/**
 * The words of `sslmode` and `ssl-mode`, in the spelling of `plain`. Words that would fall back to plaintext (`prefer`) ask for TLS
 * too: without TLS, the connection fails instead of being readable unnoticed.
 */
const MODES = namesOf<Level>({
  ...{ disable: 'off', disabled: 'off' },
  ...{ allow: 'encrypted', prefer: 'encrypted', preferred: 'encrypted', require: 'encrypted', required: 'encrypted' },
  ...{ trust: 'encrypted', skipverify: 'encrypted', '{rejectunauthorized:false}': 'encrypted' },
  ...{ verifyca: 'verify-ca', '{rejectunauthorized:true}': 'verify-ca' },
  ...{ verifyfull: 'verify-full', verifyidentity: 'verify-full', strict: 'verify-full' },
});
const ACCEPTS = namesOf<Level>({ strict: 'verify-full', acceptinvalidcerts: 'encrypted' });
const DEMANDS = namesOf<Level>({
  ...{ none: 'encrypted', certnone: 'encrypted', required: 'verified', certrequired: 'verified' },
});

type Reading = (value: string) => Level | 'unsaid' | undefined;

/** What drivers call TLS in a URL, in the spelling of `plain`, and what the values mean there. */
const PARAMETERS = namesOf<Reading>({
  ssl: (value) => choice(value, 'verified', 'off') ?? MODES.get(value),
  tls: (value) => choice(value, 'verified', 'off') ?? MODES.get(value),
  sslmode: (value) => choice(value, 'verified', 'off') ?? MODES.get(value),
  tlsmode: (value) => choice(value, 'verified', 'off') ?? MODES.get(value),
  usessl: (value) => choice(value, 'encrypted', 'off'),
  usetls: (value) => choice(value, 'encrypted', 'off'),
  requiressl: (value) => choice(value, 'encrypted', 'unsaid'),
  requiretls: (value) => choice(value, 'encrypted', 'unsaid'),
  verifyservercertificate: (value) => choice(value, 'verify-ca', 'encrypted'),
  sslaccept: (value) => ACCEPTS.get(value),
  sslcertreqs: (value) => DEMANDS.get(value),
});

/** The scheme says so by itself. */
const TLS_SCHEME = 'rediss:';
const NAMEABLE = /^[A-Za-z][\w.-]{0,63}$/;

/**
 * How the URL of a database or of Redis asks for TLS. Throws RefusedValue for a parameter that is neither about TLS nor in
 * `others`: a misspelt one would leave the connection in plaintext.
 */
export function connectionTls(url: URL, others: readonly string[] = []): ConnectionTls {
  const said: Level[] = [];
  for (const [name, value] of url.searchParams) {
    if (others.includes(name)) continue;
    const reading = PARAMETERS.get(plain(name));
    if (reading === undefined) throw unknownParameter(name);
    const level = reading(plain(value));
    if (level === undefined) throw new RefusedValue(`holds ${shown(name)} with a value that is not known`);
    if (level !== 'unsaid') said.push(level);
  }
  return together(url, said);
}

export function isTlsParameter(name: string): boolean {
  return PARAMETERS.has(plain(name));
}

function together({ protocol, hostname }: URL, said: readonly Level[]): ConnectionTls {
  const ofScheme = protocol === TLS_SCHEME;
  if (said.includes('off') && (ofScheme || new Set(said).size > 1)) throw new RefusedValue('asks for TLS and for none');
  const strictest = LEVELS.findLast((level) => said.includes(level)) ?? (ofScheme ? 'verified' : 'off');
  // mysql2 compares the certificate with the host only if the host is a name.
  const isUnnamed = isAddress(hostname.replace(/^\[|\]$/g, '')) && /^(?:mysql|mariadb):$/.test(protocol);
  if (strictest === 'verified') return isUnnamed ? 'verify-ca' : 'verify-full';
  if (strictest === 'verify-full' && isUnnamed) {
    throw new RefusedValue('asks to verify the name of the server, and names its host by an address');
  }
  return strictest;
}

function choice<T>(value: string, whenTrue: T, whenFalse: T): T | undefined {
  if (TRUE.includes(value)) return whenTrue;
  return FALSE.includes(value) ? whenFalse : undefined;
}

/** `ssl-mode`, `ssl_mode`, `sslMode` and `SSLMODE` are one name, and `verify-ca` and `VERIFY_CA` are one value. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[\s"_-]/g, '');
}

/** A map has no names but its own: an object would answer to `constructor` too. */
function namesOf<T>(values: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries(values));
}

export function unknownParameter(name: string): RefusedValue {
  return new RefusedValue(`holds ${shown(name)}, which is not known`);
}

/** A name that doesn't look like one may be a part of a password with a `?` in it. */
function shown(name: string): string {
  return NAMEABLE.test(name) ? `the parameter ${name}` : 'a parameter';
}
