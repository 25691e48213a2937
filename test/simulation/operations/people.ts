import { callBy, type Planner, text } from '../act.js';
import type { Principal } from '../model/principal.js';
import { ADMINISTRATOR, heldBy, isSubset } from '../model/scopes.js';
import { known, PASSWORD, type User, type World } from '../model/world.js';
import { administrator, POOL, usersOf } from './choices.js';
import { endSignIns } from './grants.js';

/** contract §9, "Administration": nobody touches who holds what they lack. */
export function isInReach(world: World, by: Principal, user: User): boolean {
  const isOwner = world.siteOwnerId === user.id && user.id !== by.userId;
  return isSubset(heldBy(world, user), by.scopes) && (!isOwner || (isAdministrator(world, by) && by.unbounded));
}

function isAdministrator(world: World, { userId }: Principal): boolean {
  return known(world.users.get(userId)).roles.includes(ADMINISTRATOR);
}

function mayLetIn(by: Principal): boolean {
  return by.accountId === null && by.networks === null && by.markedFrom === null && !by.superseded;
}

/** A site keeps an administrator who can sign in. */
export function isLastAdministrator(world: World, user: User): boolean {
  const signsIn = (each: User) =>
    each.kind === 'person' && each.status === 'active' && each.roles.includes(ADMINISTRATOR);
  return signsIn(user) && ![...world.users.values()].some((each) => each.id !== user.id && signsIn(each));
}

/** `POST /admin/users/{id}/suspend` and `/resume`. */
export const suspendUser: Planner = (world, picks) => {
  const caller = administrator(picks, world);
  const suspended = usersOf(world).filter(({ status }) => status === 'suspended');
  const target = picks.of(suspended.length > 0 && picks.chance(0.4) ? suspended : usersOf(world));
  if (caller === undefined || target === undefined) return null;
  const suspends = target.status === 'active' ? picks.chance(0.9) : picks.chance(0.1);
  const path = `/admin/users/${target.id}/${suspends ? 'suspend' : 'resume'}`;
  return callBy(caller, { method: 'POST', path }, (now, by) => {
    const user = known(now.users.get(target.id));
    if (!by.scopes.includes('users:write') || by.accountId !== null) return null;
    if (user.status === 'removed' || !isInReach(now, by, user)) return null;
    if (!suspends) return mayLetIn(by) ? () => void (user.status = 'active') : null;
    if (user.id === by.userId) return null;
    if (user.status === 'suspended') return () => undefined;
    if (now.siteOwnerId === user.id || isLastAdministrator(now, user)) return null;
    return () => {
      user.status = 'suspended';
      now.sessions.delete(user.id);
      endSignIns(now, user.id);
    };
  });
};

/** `PATCH /admin/users/{id}` with other roles. */
export const giveRoles: Planner = (world, picks) => {
  const caller = administrator(picks, world);
  const target = picks.of(usersOf(world));
  if (caller === undefined || target === undefined) return null;
  const own = [...world.roles.keys()].filter(() => picks.chance(0.5));
  const roles = picks.chance(0.1) ? [...own, ADMINISTRATOR] : own;
  return callBy(caller, { method: 'PATCH', path: `/admin/users/${target.id}`, body: { roles } }, (now, by) => {
    const user = known(now.users.get(target.id));
    if (!by.scopes.includes('users:write') || by.accountId !== null || !by.confirmed) return null;
    if (!isAdministrator(now, by) || user.status === 'removed' || !isInReach(now, by, user)) return null;
    const given = roles.filter((role) => !user.roles.includes(role));
    if (given.length > 0 && !mayLetIn(by)) return null;
    if (!isSubset(heldBy(now, { ...user, roles: given }), by.scopes)) return null;
    const demotes = user.roles.includes(ADMINISTRATOR) && !roles.includes(ADMINISTRATOR);
    if (demotes && isLastAdministrator(now, user)) return null;
    return () => void (user.roles = roles);
  });
};

/** `PUT /admin/roles/{name}`: all who hold it shrink and grow at once. */
export const changeRole: Planner = (world, picks) => {
  const caller = administrator(picks, world);
  const name = picks.of([...world.roles.keys()]);
  if (caller === undefined || name === undefined) return null;
  const scopes = picks.some(POOL);
  const body = { description: 'changed', scopes };
  return callBy(caller, { method: 'PUT', path: `/admin/roles/${name}`, body }, (now, by) => {
    if (!by.scopes.includes('roles:write') || by.accountId !== null) return null;
    const ofSite = [...now.roles.values()].flat();
    const added = scopes.filter((scope) => !(now.roles.get(name) ?? []).includes(scope));
    const isFresh = added.some((scope) => !OF_THE_SERVICE.includes(scope) && !ofSite.includes(scope));
    const holdsAll = isAdministrator(now, by) && by.unbounded;
    if (added.length > 0 && !(mayLetIn(by) && by.confirmed)) return null;
    if (!holdsAll && (isFresh || !isSubset(added, by.scopes))) return null;
    if (!holdsAll && added.length > 0 && known(now.users.get(by.userId)).roles.includes(name)) return null;
    return () => void now.roles.set(name, scopes);
  });
};
const OF_THE_SERVICE = ['projects:read', 'tokens:admin', 'users:write'];

/** `POST /accounts/{id}/suspend` and `/resume`. */
export const suspendAccount: Planner = (world, picks) => {
  const caller = administrator(picks, world);
  const id = picks.of([...world.accounts.keys()]);
  if (caller === undefined || id === undefined) return null;
  const suspends = world.accounts.get(id) === 'active';
  const path = `/accounts/${id}/${suspends ? 'suspend' : 'resume'}`;
  return callBy(caller, { method: 'POST', path }, (now, by) => {
    if (!by.scopes.includes('accounts:write') || by.accountId !== null) return null;
    return () => void now.accounts.set(id, suspends ? 'suspended' : 'active');
  });
};

/** Somebody joins: what was taken from the world has to come back, or long histories have nobody left. */
export const join: Planner = (world, picks) => {
  const caller = administrator(picks, world);
  if (caller === undefined || usersOf(world).length >= 6) return null;
  const kind = picks.chance(0.5) ? 'person' : 'service';
  const username = `u-${world.now.toString(36)}-${picks.integer(1e9)}`; // two may join at once
  const roles = [...world.roles.keys()].filter(() => picks.chance(0.6));
  const person = kind === 'person' ? { email: `${username}@example.com`, password: PASSWORD } : {};
  const body = { username, kind, roles, ...person };
  return callBy(caller, { method: 'POST', path: '/admin/users', body }, (now, by) => {
    if (!by.scopes.includes('users:write') || by.accountId !== null) return null;
    if (!mayLetIn(by) || (!by.confirmed && (kind === 'person' || roles.length > 0))) return null;
    const held = heldBy(now, { id: '', username, kind, password: PASSWORD, status: 'active', roles });
    if (roles.length > 0 && !(isAdministrator(now, by) && isSubset(held, by.scopes))) return null;
    return (answer) =>
      void now.users.set(text(answer, 'id'), {
        id: text(answer, 'id'),
        username,
        kind,
        password: PASSWORD,
        status: 'active',
        roles,
      });
  });
};
