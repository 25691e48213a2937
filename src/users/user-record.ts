import type { User } from './user.entity.js';
import type { UserForLogin, UserRecord } from './users.types.js';

export function recordOf(user: User, roles: readonly string[]): UserRecord {
  const { id, siteId, username, email, kind, status, passwordHash, createdAt, updatedAt } = user;
  return { id, siteId, username, email, kind, status, passwordSet: passwordHash !== null, roles, createdAt, updatedAt };
}

export function forLogin(user: User): UserForLogin {
  const { id, siteId, username, email, kind, status, passwordHash } = user;
  return { id, siteId, username, email, kind, status, passwordHash };
}
