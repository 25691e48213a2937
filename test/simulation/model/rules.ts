import { isWithin } from './networks.js';
import type { Principal } from './principal.js';
import { ADMINISTRATOR, isSubset } from './scopes.js';
import { type Application, isBeyond, known, type Origin, type Token, type World } from './world.js';

/** contract §1: a value that was rotated away and a marked one make nothing; a session must have been confirmed. */
export function mayMake({ superseded, markedFrom, confirmed }: Principal): boolean {
  return !superseded && markedFrom === null && confirmed;
}

/** Whether it may give these scopes; null is all that its owner's roles give. */
export function mayGive(principal: Principal, scopes: readonly string[] | null): boolean {
  return scopes === null ? principal.unbounded : isSubset(scopes, principal.scopes);
}

export function originOf({ key, madeBy, kind }: Principal): Origin {
  return { issuedWith: kind === 'session' ? null : key, madeBy };
}

/** contract §9: a narrowed token neither rotates nor changes a wider sibling; itself it may. */
export function mayChangeToken(principal: Principal, token: Token): boolean {
  if (token.ownerId !== principal.userId) return false;
  if (principal.kind === 'session') return true;
  if (principal.superseded || isBeyond(token.expiresAt, principal.end)) return false;
  return (
    principal.tokenId === token.id ||
    ((principal.unbounded || (token.scopes !== null && isSubset(token.scopes, principal.scopes))) &&
      (principal.accountId === null || principal.accountId === token.accountId) &&
      isWithin(token.networks, principal.networks))
  );
}

/** Applications have neither pin nor networks, so pinned or limited credentials change none. */
export function mayChangeApplication(principal: Principal, application: Application): boolean {
  if (application.ownerId !== principal.userId || application.deleted) return false;
  if (principal.markedFrom !== null || principal.accountId !== null) return false;
  if (principal.kind === 'session') return true;
  if (principal.superseded || principal.networks !== null) return false;
  const bound = application.scopes ?? application.ceiling;
  return (
    principal.unbounded ||
    (principal.applicationId === application.id && !principal.narrowed) ||
    (bound !== null && isSubset(bound, principal.scopes))
  );
}

/** For what is not its owner's own, as a rule: an administrator makes it for a service account. */
export function coversReach(
  world: World,
  principal: Principal,
  reach: { readonly ownerId: string; readonly scopes: readonly string[] | null; readonly applicationId: string | null },
): boolean {
  if (principal.unbounded && reach.ownerId === principal.userId) return true;
  if (reach.applicationId !== null && reach.applicationId === principal.applicationId && !principal.narrowed)
    return true;
  return reach.scopes === null ? actsAsAdministrator(world, principal) : isSubset(reach.scopes, principal.scopes);
}

/** Holds every scope, also those that don't exist yet. */
export function actsAsAdministrator(world: World, { userId, unbounded }: Principal): boolean {
  return unbounded && known(world.users.get(userId)).roles.includes(ADMINISTRATOR);
}
