import { callBy, defined, type Planner, text, timeOf } from '../act.js';
import { unmarkWhenRenewed } from '../model/applications.js';
import type { Principal } from '../model/principal.js';
import { actsAsAdministrator, coversReach, mayMake } from '../model/rules.js';
import { heldBy, isSubset } from '../model/scopes.js';
import { isWithin } from '../model/networks.js';
import { rotate } from '../model/values.js';
import { isBeyond, isLive, known, type User, type World } from '../model/world.js';
import { addApplication, addSecret, mayRegister, type Registration } from './applications.js';
import {
  administrator,
  someAccount,
  someEnd,
  someGrace,
  someNetworks,
  someScopes,
  someTtl,
  usersOf,
} from './choices.js';
import { expireLive, hasRoom } from './secrets.js';
import { addToken, endOf, settle } from './tokens.js';

const ADMIN_SCOPE = 'tokens:admin';

function mayAdminister(by: Principal): boolean {
  return by.scopes.includes(ADMIN_SCOPE) && by.accountId === null && by.markedFrom === null;
}

/** What is made for a service account is within what it holds, and within what its maker holds. */
function mayMintFor(world: World, by: Principal, account: User, scopes: readonly string[] | null): boolean {
  if (account.kind !== 'service' || account.status !== 'active') return false;
  const held = heldBy(world, account);
  return scopes === null ? isSubset(held, by.scopes) : isSubset(scopes, held);
}

/** What the account is given later is its maker's only if every scope is. */
function ceilingFor(world: World, by: Principal, accountId: string, scopes: readonly string[] | null) {
  return scopes !== null || actsAsAdministrator(world, by) ? null : heldBy(world, known(world.users.get(accountId)));
}

/** `POST /admin/users/{id}/tokens`. */
export const createServiceToken: Planner = (world, picks) => {
  const caller = administrator(picks, world);
  const account = picks.of(usersOf(world, picks.chance(0.95) ? 'service' : 'person'));
  if (caller === undefined || account === undefined) return null;
  const wanted = {
    expiresAt: someEnd(picks, world),
    scopes: picks.chance(0.5) ? null : picks.some(heldBy(world, account)),
    accountId: someAccount(picks, world) ?? null,
    networks: someNetworks(picks) ?? null,
  };
  if (wanted.scopes?.length === 0) return null;
  const { expiresAt, networks, ...bounds } = wanted;
  const body = { name: 'x', expiresAt: timeOf(expiresAt), allowedNetworks: networks, ...bounds };
  return callBy(caller, { method: 'POST', path: `/admin/users/${account.id}/tokens`, body }, (now, by) => {
    const settled = mayAdminister(by) ? settle(now, by, wanted) : null;
    if (settled === null || !mayMintFor(now, by, known(now.users.get(account.id)), wanted.scopes)) return null;
    return (answer) => {
      const ceiling = ceilingFor(now, by, account.id, wanted.scopes);
      const made = { id: text(answer, 'id'), value: text(answer, 'token'), ownerId: account.id, ceiling };
      addToken(now, by, { ...made, ...settled });
    };
  });
};

/** `POST /admin/users/{id}/applications`. */
export const registerServiceApplication: Planner = (world, picks) => {
  const caller = administrator(picks, world);
  const account = picks.of(usersOf(world, 'service'));
  if (caller === undefined || account === undefined) return null;
  const scopes = picks.chance(0.5) ? null : (someScopes(picks, world, caller) ?? null);
  const wanted: Registration = { scopes, tokenTtlSeconds: someTtl(picks), tokenFormat: 'opaque' };
  const body = { name: 'x', ...defined({ ...wanted }) };
  return callBy(caller, { method: 'POST', path: `/admin/users/${account.id}/applications`, body }, (now, by) => {
    if (!mayAdminister(by) || !mayRegister(by, wanted)) return null;
    if (!mayMintFor(now, by, known(now.users.get(account.id)), wanted.scopes)) return null;
    return (answer) => {
      const owner = { id: account.id, ceiling: ceilingFor(now, by, account.id, wanted.scopes) };
      addApplication(now, by, owner, wanted, answer);
    };
  });
};

/** `POST /admin/tokens/{id}/rotate`: what is nowhere wider than the administrator's own credential. */
export const rotateServiceToken: Planner = (world, picks) => {
  const caller = administrator(picks, world);
  const target = picks.of(ofServiceAccounts(world, [...world.tokens.values()]));
  if (caller === undefined || target === undefined) return null;
  const graceSeconds = someGrace(picks);
  const wanted = picks.chance(0.7) ? undefined : someEnd(picks, world);
  const body = defined({ graceSeconds, expiresAt: timeOf(wanted) });
  return callBy(caller, { method: 'POST', path: `/admin/tokens/${target.id}/rotate`, body }, (now, by) => {
    const token = known(now.tokens.get(target.id));
    const owner = known(now.users.get(token.ownerId));
    if (!mayAdminister(by) || !mayMake(by) || owner.kind !== 'service' || owner.status === 'removed') return null;
    if (!isLive(now, token) || token.format === 'jwt') return null;
    const expiresAt = wanted === undefined ? token.expiresAt : wanted;
    const scopes = token.scopes ?? token.ceiling;
    if (isBeyond(expiresAt, by.end) || !isWithin(token.networks, by.networks)) return null;
    if (!coversReach(now, by, { ...token, scopes })) return null;
    return (answer) => {
      rotate(now, by, token, { value: text(answer, 'token'), graceSeconds, lifted: false, widened: false });
      token.expiresAt = expiresAt;
    };
  });
};

function ofServiceAccounts<T extends { readonly ownerId: string }>(world: World, all: readonly T[]): T[] {
  return all.filter(({ ownerId }) => world.users.get(ownerId)?.kind === 'service');
}

/** `POST /admin/applications/{id}/secrets`. */
export const createServiceSecret: Planner = (world, picks) => {
  const caller = administrator(picks, world);
  const target = picks.of(ofServiceAccounts(world, [...world.applications.values()]));
  if (caller === undefined || target === undefined) return null;
  const graceSeconds = picks.chance(0.2) ? undefined : someGrace(picks);
  const body = defined({ graceSeconds });
  return callBy(caller, { method: 'POST', path: `/admin/applications/${target.id}/secrets`, body }, (now, by) => {
    const application = known(now.applications.get(target.id));
    const owner = known(now.users.get(application.ownerId));
    if (!mayAdminister(by) || !mayMake(by) || by.networks !== null) return null;
    if (application.deleted || owner.kind !== 'service' || owner.status === 'removed') return null;
    const scopes = application.scopes ?? application.ceiling;
    if (!coversReach(now, by, { ownerId: owner.id, scopes, applicationId: application.id })) return null;
    if (!hasRoom(now, application, graceSeconds)) return null;
    return (answer) => {
      expireLive(now, application, graceSeconds);
      addSecret(now, by, application, { id: text(answer, 'id'), text: text(answer, 'clientSecret') });
      unmarkWhenRenewed(now, application);
    };
  });
};

/** `DELETE /admin/tokens/{id}`. */
export const revokeAnyToken: Planner = (world, picks) => {
  const caller = administrator(picks, world);
  const target = picks.of([...world.tokens.values()]);
  if (caller === undefined || target === undefined) return null;
  const descendants = picks.chance(0.5);
  const path = `/admin/tokens/${target.id}${descendants ? '?descendants=true' : ''}`;
  return callBy(caller, { method: 'DELETE', path }, (now, by) => {
    const token = known(now.tokens.get(target.id));
    const isItself = by.tokenId === token.id;
    if (!by.scopes.includes(ADMIN_SCOPE) || by.accountId !== null || by.superseded) return null;
    if (by.markedFrom !== null && !isItself) return null;
    return endOf(now, token, token.ownerId, descendants);
  });
};
