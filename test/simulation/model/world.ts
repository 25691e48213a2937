/** What the contract knows: who holds what, made with what, until when. Plain data, so that it can be copied. */
export interface User {
  readonly id: string;
  readonly username: string;
  readonly kind: 'person' | 'service';
  readonly password: string;
  status: 'active' | 'suspended' | 'removed';
  roles: readonly string[];
}

/** Of those who join. */
export const PASSWORD = 'Correct-Horse-Battery-9';

/** Milliseconds since the epoch; null is never. */
export type End = number | null;

/** Whatever made a value. `key` is null for a session and for a password: their end takes no offspring. */
export interface Origin {
  readonly issuedWith: string | null;
  readonly madeBy: string;
}

export interface Value extends Origin {
  readonly text: string;
  /** What the values that it makes name as their maker. */
  readonly key: string;
  /** Set when it was rotated away. */
  validUntil: End;
  /** Of an old value whose token is marked no longer. */
  mark: Mark | null;
}

export interface Mark {
  readonly from: string;
  readonly at: number;
}

export interface Token {
  readonly id: string;
  ownerId: string;
  readonly kind: 'personal' | 'application';
  readonly format: 'opaque' | 'jwt';
  scopes: readonly string[] | null;
  ceiling: readonly string[] | null;
  readonly accountId: string | null;
  networks: readonly string[] | null;
  readonly applicationId: string | null;
  expiresAt: End;
  revoked: boolean;
  mark: Mark | null;
  /** When its current value came to be. */
  renewedAt: number;
  /** The last is the current one. */
  values: Value[];
}

export interface Application {
  readonly id: string;
  readonly clientId: string;
  ownerId: string;
  scopes: readonly string[] | null;
  ceiling: readonly string[] | null;
  readonly format: 'opaque' | 'jwt';
  ttlSeconds: number;
  endsAt: End;
  accessTokenId: string | null;
  deleted: boolean;
  mark: Mark | null;
}

export interface Secret extends Origin {
  readonly id: string;
  readonly text: string;
  readonly applicationId: string;
  readonly createdAt: number;
  expiresAt: End;
  revoked: boolean;
}

/** One a person. Its key in lineages is the id of the person. */
export interface DeveloperSecret {
  readonly userId: string;
  readonly text: string;
  dead: boolean;
}

export interface Session {
  readonly userId: string;
  confirmedAt: number;
  seenAt: number;
}

export interface World {
  now: number;
  siteOwnerId: string | null;
  readonly users: Map<string, User>;
  readonly roles: Map<string, readonly string[]>;
  readonly accounts: Map<string, 'active' | 'suspended'>;
  readonly tokens: Map<string, Token>;
  readonly applications: Map<string, Application>;
  readonly secrets: Map<string, Secret>;
  readonly developerSecrets: DeveloperSecret[];
  readonly sessions: Map<string, Session>;
}

/** All that may change is copied; a mark, a list or a value's origin is replaced as a whole, and shared. */
export function copyOf(world: World): World {
  const copied = <T extends object>(each: T): T => ({ ...each });
  return {
    ...world,
    users: mapped(world.users, copied),
    roles: new Map(world.roles),
    accounts: new Map(world.accounts),
    tokens: mapped(world.tokens, (token) => ({ ...token, values: token.values.map(copied) })),
    applications: mapped(world.applications, copied),
    secrets: mapped(world.secrets, copied),
    developerSecrets: world.developerSecrets.map(copied),
    sessions: mapped(world.sessions, copied),
  };
}

function mapped<T>(map: ReadonlyMap<string, T>, copy: (each: T) => T): Map<string, T> {
  return new Map([...map].map(([id, each]) => [id, copy(each)]));
}

export function isOver(end: End, now: number): boolean {
  return end !== null && end <= now;
}

export function earlier(...ends: readonly End[]): End {
  return ends.reduce((first, end) => (first === null ? end : end === null ? first : Math.min(first, end)), null);
}

/** Whether `end` comes after `bound`. */
export function isBeyond(end: End, bound: End): boolean {
  return bound !== null && (end === null || end > bound);
}

/** By its own row: neither revoked nor expired. Its owner, account or application may stop it all the same. */
export function isLive(world: World, token: Token): boolean {
  return !token.revoked && !isOver(token.expiresAt, world.now);
}

export function isLiveSecret(world: World, secret: Secret): boolean {
  return !secret.revoked && !isOver(secret.expiresAt, world.now);
}

/** What `{api}/auth/token` gives a person: it passes to nobody and ends with the sessions (contract §5). */
export function isSignIn(token: Token): boolean {
  return token.kind === 'personal' && token.format === 'jwt';
}

export function currentValue(token: Token): Value {
  const value = token.values.at(-1);
  if (value === undefined) throw new Error('a token without a value');
  return value;
}

export function secretsOf(world: World, applicationId: string): Secret[] {
  return [...world.secrets.values()].filter((secret) => secret.applicationId === applicationId);
}

export function tokensOf(world: World, applicationId: string): Token[] {
  return [...world.tokens.values()].filter((token) => token.applicationId === applicationId);
}

/** For what a step has just picked out of the world. */
export function known<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('the world has lost something');
  return found;
}
