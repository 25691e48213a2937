import { type Act, callBy, defined, type Planner, text, timeOf } from '../act.js';
import { endDescendants, keysOfToken } from '../model/lineage.js';
import { isWithin } from '../model/networks.js';
import type { Principal } from '../model/principal.js';
import { mayChangeToken, mayGive, mayMake, originOf } from '../model/rules.js';
import { isSubset } from '../model/scopes.js';
import { endMarked, rotate, widensScopes } from '../model/values.js';
import { type End, isBeyond, isLive, known, type Token, type World } from '../model/world.js';
import { anyCaller, someAccount, someEnd, someGrace, someNetworks, someScopes, tokenFor } from './choices.js';

/** `POST /tokens`. */
export const createToken: Planner = (world, picks) => {
  const caller = anyCaller(picks, world);
  if (caller === undefined) return null;
  const wanted = {
    expiresAt: someEnd(picks, world),
    scopes: someScopes(picks, world, caller) ?? null,
    accountId: someAccount(picks, world) ?? null,
    networks: someNetworks(picks) ?? null,
  };
  const { expiresAt, networks, ...bounds } = wanted;
  const body = { name: 'x', expiresAt: timeOf(expiresAt), allowedNetworks: networks, ...bounds };
  return callBy(caller, { method: 'POST', path: '/tokens', body }, (now, by) => {
    const settled = settle(now, by, wanted);
    return (
      settled &&
      ((answer) => {
        addToken(now, by, {
          ceiling: null,
          id: text(answer, 'id'),
          value: text(answer, 'token'),
          ownerId: by.userId,
          ...settled,
        });
      })
    );
  });
};

export interface Wanted {
  readonly expiresAt: End;
  readonly scopes: readonly string[] | null;
  readonly accountId: string | null;
  readonly networks: readonly string[] | null;
}

/** Within the authority of the maker, in all four dimensions; null when it asks for more. */
export function settle(world: World, by: Principal, wanted: Wanted): Wanted | null {
  if (!mayMake(by) || isBeyond(wanted.expiresAt, by.end) || !mayGive(by, wanted.scopes)) return null;
  const isOtherAccount = by.accountId !== null && wanted.accountId !== null && wanted.accountId !== by.accountId;
  if (isOtherAccount) return null;
  const accountId = by.accountId ?? wanted.accountId;
  if (accountId !== null && world.accounts.get(accountId) !== 'active') return null;
  const networks = wanted.networks ?? by.networks;
  return isWithin(networks, by.networks) ? { ...wanted, accountId, networks } : null;
}

export function addToken(
  world: World,
  by: Principal,
  made: Wanted & {
    readonly id: string;
    readonly value: string;
    readonly ownerId: string;
    readonly ceiling: readonly string[] | null;
  },
): void {
  const { id, value, ...row } = made;
  world.tokens.set(id, {
    ...row,
    ...{ id, kind: 'personal', format: 'opaque', applicationId: null, revoked: false, mark: null },
    renewedAt: world.now,
    values: [{ text: value, key: id, validUntil: null, mark: null, ...originOf(by) }],
  });
}

/** `POST /tokens/{id}/rotate` and `POST /tokens/current/rotate`. */
export const rotateToken: Planner = (world, picks) => {
  const caller = anyCaller(picks, world);
  const target = caller && tokenFor(picks, world, caller);
  if (caller === undefined || target === undefined) return null;
  const graceSeconds = someGrace(picks);
  const expiresAt = picks.chance(0.7) ? undefined : someEnd(picks, world);
  const scopes = picks.chance(0.6) ? undefined : someScopes(picks, world, caller);
  const isCurrent = caller.by === 'token' && caller.tokenId === target.id && picks.chance(0.5);
  const path = `/tokens/${isCurrent ? 'current' : target.id}/rotate`;
  const body = defined({ graceSeconds, expiresAt: timeOf(expiresAt), scopes });
  return callBy(caller, { method: 'POST', path, body }, (now, by) => {
    const token = known(now.tokens.get(target.id));
    if (by.accountId !== null && by.tokenId !== token.id) return null;
    if (!mayMake(by) || !mayChangeToken(by, token) || !isLive(now, token) || token.format === 'jwt') return null;
    if (scopes !== undefined && !(mayGive(by, scopes) && mayRebound(by, token, scopes, graceSeconds))) return null;
    if (isBeyond(expiresAt === undefined ? null : expiresAt, expiresAt === undefined ? null : by.end)) return null;
    return (answer) => {
      const lifted = scopes !== undefined && token.ceiling !== null && by.kind === 'session' && graceSeconds === 0;
      const widened = widensScopes(token, scopes);
      rotate(now, by, token, { value: text(answer, 'token'), graceSeconds, lifted, widened });
      if (scopes !== undefined) token.scopes = scopes;
      if (lifted) token.ceiling = null;
      if (expiresAt !== undefined) token.expiresAt = expiresAt;
    };
  });
};

/**
 * contract §5: a ceiling is lifted, and what is marked widened, only by a session, without grace. Below the ceiling, scopes of
 * what is not marked may be named as ever.
 */
function mayRebound(by: Principal, token: Token, scopes: readonly string[] | null, graceSeconds: number): boolean {
  if (by.kind === 'session' && graceSeconds === 0) return true;
  if (token.mark !== null && widensScopes(token, scopes)) return false;
  return token.ceiling === null || (scopes !== null && isSubset(scopes, token.ceiling));
}

/** `PATCH /tokens/{id}`: narrower, or wider within oneself. */
export const changeToken: Planner = (world, picks) => {
  const caller = anyCaller(picks, world);
  const target = caller && tokenFor(picks, world, caller);
  if (caller === undefined || target === undefined) return null;
  const scopes = someScopes(picks, world, caller);
  const networks = someNetworks(picks);
  const body = defined({ scopes, allowedNetworks: networks });
  return callBy(caller, { method: 'PATCH', path: `/tokens/${target.id}`, body }, (now, by) => {
    const token = known(now.tokens.get(target.id));
    if (by.accountId !== null || by.markedFrom !== null || !mayChangeToken(by, token) || !isLive(now, token))
      return null;
    if (scopes !== undefined && !mayGive(by, scopes)) return null;
    const settled = networks === undefined ? undefined : (networks ?? by.networks);
    if (settled !== undefined && !isWithin(settled, by.networks)) return null;
    const widens = widensScopes(token, scopes) || (settled !== undefined && !isWithin(settled, token.networks));
    if (widens && !(mayMake(by) && token.mark === null)) return null;
    return () => {
      if (widens) endMarked(now, token);
      if (scopes !== undefined) token.scopes = scopes;
      if (settled !== undefined) token.networks = settled;
    };
  });
};

/** `DELETE /tokens/{id}`, alone or with all that it made. */
export const endToken: Planner = (world, picks) => {
  const caller = anyCaller(picks, world);
  const target = caller && tokenFor(picks, world, caller);
  if (caller === undefined || target === undefined) return null;
  const descendants = picks.chance(0.5);
  const path = `/tokens/${target.id}${descendants ? '?descendants=true' : ''}`;
  return callBy(caller, { method: 'DELETE', path }, (now, by) => {
    const token = known(now.tokens.get(target.id));
    const isItself = by.tokenId === token.id;
    if ((by.accountId !== null || by.markedFrom !== null) && !isItself) return null;
    return mayChangeToken(by, token) ? endOf(now, token, by.userId, descendants) : null;
  });
};

export function endOf(world: World, token: Token, ownerId: string, descendants: boolean): ReturnType<Act['judge']> {
  return () => {
    if (descendants) endDescendants(world, keysOfToken(token), { ownerId });
    token.revoked ||= isLive(world, token);
  };
}
