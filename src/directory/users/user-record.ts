import type { LivingUser } from './user.repository.js';
import type { UserForLogin, UserRecord } from './users.types.js';

export function recordOf(user: LivingUser, roles: readonly string[]): UserRecord {
  const { id, siteId, username, email, kind, status, passwordHash, createdAt, updatedAt } = user;
  return { id, siteId, username, email, kind, status, passwordSet: passwordHash !== null, roles, createdAt, updatedAt };
}

export function forLogin(user: LivingUser): UserForLogin {
  const { id, siteId, username, email, kind, status, passwordHash } = user;
  return { id, siteId, username, email, kind, status, passwordHash };
}
