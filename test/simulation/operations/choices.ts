import type { Caller } from '../model/principal.js';
import { liveCaller } from '../model/principal.js';
import { ELSEWHERE, LOOPBACK, ONE_HOST } from '../model/networks.js';
import { ADMINISTRATOR, heldBy } from '../model/scopes.js';
import type { Application, End, Token, User, World } from '../model/world.js';
import type { Picks } from '../random.js';

const SECOND = 1000;
const DAY = 24 * 3600 * SECOND;

/** Out of some, mostly one that is good for something: a history among the dead shows little. */
function mostly<T>(picks: Picks, all: readonly T[], isGood: (each: T) => boolean): T | undefined {
  const good = all.filter(isGood);
  return picks.of(good.length > 0 && picks.chance(0.85) ? good : all);
}

export function sessionOf(picks: Picks, world: World): Caller | undefined {
  const userId = picks.of([...world.sessions.keys()]);
  return userId === undefined ? undefined : { by: 'session', userId };
}

export function tokenCaller(picks: Picks, world: World): Caller | undefined {
  const all = [...world.tokens.values()].flatMap(({ id, values }) =>
    values.map(({ text }): Caller => ({ by: 'token', tokenId: id, text })),
  );
  return mostly(picks, all, (caller) => liveCaller(world, caller) !== null);
}

/** Sessions and tokens make calls to the management API. */
export function anyCaller(picks: Picks, world: World): Caller | undefined {
  return (picks.chance(0.4) ? undefined : tokenCaller(picks, world)) ?? sessionOf(picks, world);
}

/** Mostly somebody who may: administrators, and tokens of theirs. */
export function administrator(picks: Picks, world: World): Caller | undefined {
  if (picks.chance(0.2)) return anyCaller(picks, world);
  const tokens = [...world.tokens.values()].flatMap(({ id, ownerId, values }) =>
    isAdministrator(world, ownerId) ? values.map(({ text }): Caller => ({ by: 'token', tokenId: id, text })) : [],
  );
  const sessions = [...world.sessions.keys()].filter((id) => isAdministrator(world, id));
  const token = picks.chance(0.4) ? mostly(picks, tokens, (caller) => liveCaller(world, caller) !== null) : undefined;
  const userId = picks.of(sessions);
  return token ?? (userId === undefined ? undefined : { by: 'session', userId });
}

function isAdministrator(world: World, userId: string): boolean {
  return world.users.get(userId)?.roles.includes(ADMINISTRATOR) === true;
}

/** Mostly one of the caller's own. */
export function tokenFor(picks: Picks, world: World, caller: Caller): Token | undefined {
  const ownerId = ownerOf(world, caller);
  const own = [...world.tokens.values()].filter((token) => token.ownerId === ownerId);
  if (caller.by === 'token' && picks.chance(0.4)) return world.tokens.get(caller.tokenId);
  return mostly(picks, picks.chance(0.95) ? own : [...world.tokens.values()], ({ revoked }) => !revoked);
}

export function applicationFor(picks: Picks, world: World, caller: Caller): Application | undefined {
  const ownerId = ownerOf(world, caller);
  const all = [...world.applications.values()];
  const own = all.filter((application) => application.ownerId === ownerId);
  const tokenId = caller.by === 'token' ? caller.tokenId : null;
  const itself = tokenId === null ? null : (world.tokens.get(tokenId)?.applicationId ?? null);
  if (itself !== null && picks.chance(0.6)) return world.applications.get(itself);
  return mostly(picks, picks.chance(0.95) ? own : all, ({ deleted }) => !deleted);
}

export function ownerOf(world: World, caller: Caller): string {
  if (caller.by === 'session' || caller.by === 'developer secret') return caller.userId;
  if (caller.by === 'token') return world.tokens.get(caller.tokenId)?.ownerId ?? '';
  const application = world.secrets.get(caller.secretId)?.applicationId ?? '';
  return world.applications.get(application)?.ownerId ?? '';
}

export function usersOf(world: World, kind?: User['kind']): User[] {
  return [...world.users.values()].filter((user) => user.status !== 'removed' && (kind ?? user.kind) === user.kind);
}

/** Null is no bound; undefined leaves it to the service. */
export function someScopes(picks: Picks, world: World, caller: Caller): readonly string[] | null | undefined {
  const choice = picks.next();
  if (choice < 0.25) return undefined;
  if (choice < 0.4) return null;
  const held = liveCaller(world, caller)?.scopes ?? [];
  const pool = choice < 0.85 ? held : [...world.roles.values()].flat();
  const small = pool.length > 6 ? pool.filter((scope) => POOL.includes(scope)) : pool;
  const chosen = picks.some([...new Set(small)]);
  return chosen.length === 0 ? undefined : chosen;
}

/** Of the many scopes of an administrator those that show differences. */
export const POOL = ['orders:read', 'orders:write', 'stock:read', 'projects:read', 'tokens:admin', 'users:write'];

export function someEnd(picks: Picks, world: World): End {
  const milliseconds = picks.one([null, null, 5 * SECOND, 60 * SECOND, 3600 * SECOND, DAY, 40 * DAY]);
  return milliseconds === null ? null : world.now + milliseconds;
}

export function someAccount(picks: Picks, world: World): string | undefined {
  return picks.chance(0.75) ? undefined : picks.of([...world.accounts.keys()]);
}

export function someNetworks(picks: Picks): readonly string[] | null | undefined {
  return picks.chance(0.75) ? undefined : picks.one([null, LOOPBACK, LOOPBACK, ONE_HOST, ELSEWHERE]);
}

export function someGrace(picks: Picks): number {
  return picks.one([0, 0, 5, 600, 604_800]);
}

export function someTtl(picks: Picks): number | undefined {
  return picks.one([undefined, 60, 3600, 86_400, 31_536_000]);
}

export function holdsAllOf(world: World, user: User, scopes: readonly string[]): boolean {
  const held = heldBy(world, user);
  return scopes.every((scope) => held.includes(scope));
}
