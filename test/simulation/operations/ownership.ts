import { callBy, type Planner } from '../act.js';
import { mayMake } from '../model/rules.js';
import { ADMINISTRATOR } from '../model/scopes.js';
import { decommissionAll, markMadeBy, transferAll, transferToken } from '../model/transfer.js';
import { isLive, isSignIn, known, type World } from '../model/world.js';
import { administrator, usersOf } from './choices.js';
import { endSignIns } from './grants.js';
import { isInReach, isLastAdministrator } from './people.js';

/** `DELETE /admin/users/{id}`: to the owner of the site, to whom is named, or decommissioned. */
export const removeUser: Planner = (world, picks) => {
  const caller = administrator(picks, world);
  const target = picks.of(usersOf(world));
  const other = picks.of(usersOf(world));
  if (caller === undefined || target === undefined || other === undefined) return null;
  const choice = picks.one(['owner', 'owner', 'named', 'decommission'] as const);
  const query = { owner: '', named: `?reassignTo=${other.id}`, decommission: '?decommission=true' }[choice];
  return callBy(caller, { method: 'DELETE', path: `/admin/users/${target.id}${query}` }, (now, by) => {
    const [user, named] = [known(now.users.get(target.id)), known(now.users.get(other.id))];
    if (!by.scopes.includes('users:write') || by.accountId !== null || !mayMake(by)) return null;
    if (user.status === 'removed' || !isInReach(now, by, user)) return null;
    if (user.id === by.userId || now.siteOwnerId === user.id || isLastAdministrator(now, user)) return null;
    if (choice === 'named' && (named.status !== 'active' || named.id === user.id)) return null;
    const receiver = { owner: now.siteOwnerId, named: named.id, decommission: null }[choice];
    return () => {
      remove(now, user.id, receiver);
    };
  });
};

function remove(world: World, userId: string, receiverId: string | null): void {
  const user = known(world.users.get(userId));
  endSignIns(world, userId);
  if (receiverId === null) decommissionAll(world, userId);
  else transferAll(world, userId, receiverId);
  markMadeBy(world, userId);
  user.status = 'removed';
  user.roles = [];
  world.sessions.delete(userId);
  for (const secret of world.developerSecrets) if (secret.userId === userId) secret.dead = true;
}

/** `POST /admin/tokens/reassign` with the ids of tokens. */
export const reassignTokens: Planner = (world, picks) => {
  const caller = administrator(picks, world);
  const receiver = picks.of(usersOf(world));
  const live = [...world.tokens.values()].filter(
    (token) => isLive(world, token) && (!isSignIn(token) || picks.chance(0.05)),
  );
  const chosen = picks.some(live).slice(0, 1 + picks.integer(3));
  if (caller === undefined || receiver === undefined || chosen.length === 0) return null;
  const tokenIds = chosen.map(({ id }) => id);
  const body = { toUserId: receiver.id, tokenIds };
  return callBy(caller, { method: 'POST', path: '/admin/tokens/reassign', body }, (now, by) => {
    const isAllowed = by.scopes.includes('tokens:admin') && by.accountId === null && mayMake(by);
    if (!isAllowed || known(now.users.get(receiver.id)).status !== 'active') return null;
    const tokens = tokenIds.map((id) => known(now.tokens.get(id)));
    if (tokens.some((token) => !isLive(now, token) || isSignIn(token))) return null;
    return () => {
      for (const token of tokens) if (token.ownerId !== receiver.id) transferToken(now, token, receiver.id);
    };
  });
};

/** `POST /admin/tokens/reassign` of all that a user has. */
export const reassignAll: Planner = (world, picks) => {
  const caller = administrator(picks, world);
  const [from, to] = [picks.of(usersOf(world)), picks.of(usersOf(world))];
  if (caller === undefined || from === undefined || to === undefined) return null;
  const body = { toUserId: to.id, fromUserId: from.id };
  return callBy(caller, { method: 'POST', path: '/admin/tokens/reassign', body }, (now, by) => {
    const isAllowed = by.scopes.includes('tokens:admin') && by.accountId === null && mayMake(by);
    if (!isAllowed || known(now.users.get(to.id)).status !== 'active') return null;
    if (from.id === to.id || known(now.users.get(from.id)).status === 'removed') return null;
    return () => {
      transferAll(now, from.id, to.id);
    };
  });
};

/** `PUT /admin/site/owner`: by the owner, or by an administrator while there is none. */
export const handOverSite: Planner = (world, picks) => {
  const caller = administrator(picks, world);
  const administrators = usersOf(world, 'person').filter(({ roles }) => roles.includes(ADMINISTRATOR));
  const to = picks.chance(0.3) ? null : (picks.of(administrators)?.id ?? null);
  if (caller === undefined) return null;
  return callBy(caller, { method: 'PUT', path: '/admin/site/owner', body: { userId: to } }, (now, by) => {
    const user = known(now.users.get(by.userId));
    if (!by.confirmed || by.accountId !== null) return null;
    const isBare = by.unbounded && by.networks === null && by.markedFrom === null && !by.superseded;
    if (by.kind !== 'session' && !(isBare && by.scopes.includes('site:write'))) return null;
    const isOwner = now.siteOwnerId === by.userId;
    if (!isOwner && !(now.siteOwnerId === null && user.roles.includes(ADMINISTRATOR))) return null;
    if (to !== null && known(now.users.get(to)).status !== 'active') return null;
    return () => void (now.siteOwnerId = to);
  });
};
