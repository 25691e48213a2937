import { allowsUs } from './networks.js';
import { cutBy, heldBy } from './scopes.js';
import {
  type Application,
  earlier,
  type End,
  isOver,
  known,
  type Secret,
  type Token,
  type Value,
  type World,
} from './world.js';

/** Who makes a call, and with what. */
export type Caller =
  | { readonly by: 'session'; readonly userId: string }
  | { readonly by: 'token'; readonly tokenId: string; readonly text: string }
  | { readonly by: 'secret'; readonly secretId: string }
  | { readonly by: 'developer secret'; readonly userId: string; readonly text: string };

/** What a call acts as, in the four dimensions of the one rule of authority (contract §1). */
export interface Principal {
  readonly kind: 'session' | 'personal' | 'application' | 'secret';
  readonly userId: string;
  readonly scopes: readonly string[];
  readonly accountId: string | null;
  readonly networks: readonly string[] | null;
  readonly end: End;
  readonly superseded: boolean;
  readonly markedFrom: string | null;
  /** Whether scopes or a ceiling of its own narrow it. */
  readonly narrowed: boolean;
  /** Holds all that its owner's roles give, now and later. */
  readonly unbounded: boolean;
  readonly applicationId: string | null;
  readonly tokenId: string | null;
  /** What the values that it makes name as their maker. */
  readonly key: string | null;
  readonly madeBy: string;
  /** Tokens have no password to give. */
  readonly confirmed: boolean;
}

export type Refusal = 'dead' | 'account suspended' | 'another network';

const CONFIRMED_FOR = 15 * 60_000;

export function principalOf(world: World, caller: Caller): Principal | Refusal {
  switch (caller.by) {
    case 'session':
      return ofSession(world, caller.userId);
    case 'token': {
      const token = known(world.tokens.get(caller.tokenId));
      const value = known(token.values.find(({ text }) => text === caller.text));
      return ofToken(world, token, value);
    }
    case 'secret':
      return ofSecret(world, known(world.secrets.get(caller.secretId)));
    case 'developer secret':
      return ofPerson(world, caller.userId, caller.userId);
  }
}

/** Of what is a principal at all; a refused caller makes no call. */
export function liveCaller(world: World, caller: Caller): Principal | null {
  const principal = principalOf(world, caller);
  return typeof principal === 'string' ? null : principal;
}

function ofSession(world: World, userId: string): Principal | Refusal {
  const person = ofPerson(world, userId, null);
  const session = world.sessions.get(userId);
  if (typeof person === 'string' || session === undefined) return 'dead';
  return { ...person, kind: 'session', confirmed: world.now - session.confirmedAt < CONFIRMED_FOR };
}

/** Somebody who proves who they are, with a password or a developer secret: bounded by their rights alone. */
export function ofPerson(world: World, userId: string, key: string | null): Principal | Refusal {
  const user = known(world.users.get(userId));
  if (user.status !== 'active') return 'dead';
  return {
    ...{ kind: 'secret', userId, scopes: heldBy(world, user), accountId: null, networks: null, end: null },
    ...{ superseded: false, markedFrom: null, narrowed: false, unbounded: true, applicationId: null, tokenId: null },
    ...{ key, madeBy: userId, confirmed: true },
  };
}

function ofToken(world: World, token: Token, value: Value): Principal | Refusal {
  const application = token.applicationId === null ? null : known(world.applications.get(token.applicationId));
  const user = known(world.users.get(token.ownerId));
  const end = earlier(token.expiresAt, application?.endsAt ?? null, value.validUntil);
  if (token.revoked || isOver(end, world.now) || user.status !== 'active' || application?.deleted === true)
    return 'dead';
  if (token.accountId !== null && world.accounts.get(token.accountId) === 'suspended') return 'account suspended';
  if (!allowsUs(token.networks)) return 'another network';
  const bounds = [token.scopes, token.ceiling, ...boundsOf(application)];
  return {
    kind: token.kind,
    userId: user.id,
    scopes: cutBy(heldBy(world, user), ...bounds),
    accountId: token.accountId,
    networks: token.networks,
    end,
    superseded: value.validUntil !== null,
    markedFrom: (token.mark ?? value.mark)?.from ?? null,
    narrowed: token.scopes !== null || token.ceiling !== null,
    unbounded: bounds.every((bound) => bound === null),
    applicationId: token.applicationId,
    tokenId: token.id,
    key: value.key,
    madeBy: value.madeBy,
    confirmed: true,
  };
}

function ofSecret(world: World, secret: Secret): Principal | Refusal {
  const application = known(world.applications.get(secret.applicationId));
  const user = known(world.users.get(application.ownerId));
  const end = earlier(secret.expiresAt, application.endsAt);
  if (secret.revoked || isOver(end, world.now) || user.status !== 'active' || application.deleted) return 'dead';
  const bounds = boundsOf(application);
  return {
    ...{
      kind: 'secret',
      userId: user.id,
      scopes: cutBy(heldBy(world, user), ...bounds),
      accountId: null,
      networks: null,
    },
    ...{ end, superseded: false, markedFrom: application.mark?.from ?? null, narrowed: false, tokenId: null },
    unbounded: bounds.every((bound) => bound === null),
    ...{ applicationId: application.id, key: secret.id, madeBy: secret.madeBy, confirmed: true },
  };
}

function boundsOf(application: Application | null): (readonly string[] | null)[] {
  return application === null ? [] : [application.scopes, application.ceiling];
}
