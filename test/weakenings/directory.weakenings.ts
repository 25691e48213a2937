import type { Weakening } from './weakening.js';

const SESSIONS = ['e2e/sessions/sessions.e2e.spec.ts'];
const SESSION_USE = ['integration/directory/sessions'];
const LINKS = ['integration/directory/users/invitations.spec.ts', 'e2e/admin/invitations.e2e.spec.ts'];
const ROLES = ['e2e/roles'];
const PASSWORDS = ['unit/directory/users/passwords.spec.ts'];

/** Sessions, users and roles. */
export const DIRECTORY_WEAKENINGS: readonly Weakening[] = [
  {
    file: 'auth/login/own-sessions.service.ts',
    text: '!credential.unbounded',
    replacement: 'credential.narrowed',
    specs: ['e2e/security/two-rules.e2e.spec.ts'],
  },
  {
    file: 'directory/sessions/session.repository.ts',
    text: ', expiresAt: MoreThan(endedAt)',
    replacement: '',
    specs: SESSIONS,
  },
  {
    file: 'directory/sessions/session.repository.ts',
    text: 'lastSeenAt: MoreThan(idleSince)',
    replacement: '',
    specs: SESSIONS,
  },
  {
    file: 'directory/sessions/session.repository.ts',
    text: ', lastSeenAt: LessThan(at)',
    replacement: '',
    specs: SESSION_USE,
  },
  { file: 'directory/sessions/session.repository.ts', text: 'id: Not(which.keep)', replacement: '', specs: SESSIONS },
  {
    file: 'directory/sessions/session.repository.ts',
    text: '#end(tx, site, which, reason)',
    replacement: '#end(tx, site, { id: which.id }, reason)',
    specs: SESSIONS,
  },
  {
    file: 'directory/sessions/session-use.service.ts',
    text: 'for (const [id, second] of pending) this.#keep(id, second);',
    replacement: '',
    specs: SESSION_USE,
  },
  {
    file: 'directory/sessions/session-use.service.ts',
    text: 'if (second >= (this.#pending.get(sessionId) ?? 0)) ',
    replacement: '',
    specs: SESSION_USE,
  },
  {
    file: 'directory/sessions/session-cookie.service.ts',
    text: 'if (id !== null) ids.add(id);',
    replacement: 'if (id !== null && ids.size === 0) ids.add(id);',
    specs: ['e2e/sessions/twin-cookies.e2e.spec.ts'],
  },
  { file: 'directory/sessions/sessions.types.ts', text: '= 30 * 24', replacement: '= 31 * 24', specs: SESSIONS },
  {
    file: 'directory/users/invitation-check.ts',
    text: 'invitation.expiresAt <= this.clock.now()',
    replacement: 'invitation.expiresAt < this.clock.now()',
    specs: LINKS,
  },
  {
    file: 'directory/users/invitation-check.ts',
    text: "user.status !== 'active'",
    replacement: 'false',
    specs: LINKS,
    explained: 'the reason for the audit log; auth/login/link-judgement.ts refuses such a user besides',
  },
  {
    file: 'auth/login/new-password.ts',
    text: '    await this.tokens.signIns(tx, user.siteId, user.id);\n',
    replacement: '',
    specs: ['e2e/security/inheritance.e2e.spec.ts'],
  },
  {
    file: 'directory/users/user-changes.service.ts',
    text: "    if (status === 'suspended') await this.invitations.withdraw(tx, user.siteId, user.id);\n",
    replacement: '',
    specs: LINKS,
  },
  {
    file: 'directory/users/user-changes.service.ts',
    text: 'if (isGiven && user.passwordSet) await',
    replacement: 'if (false) await',
    specs: ['e2e/admin/user-powers.e2e.spec.ts', ...LINKS],
  },
  {
    file: 'directory/users/users.service.ts',
    text: ' && user.passwordHash === verified.passwordHash',
    replacement: '',
    specs: ['integration/directory/users', 'e2e/auth/login'],
  },
  {
    file: 'directory/users/passwords.service.ts',
    text: 'return passwordHash !== null;',
    replacement: 'return true;',
    specs: PASSWORDS,
    explained: 'who has no password is compared with the hash of random bytes, which nobody can type',
  },
  {
    file: 'directory/users/passwords.service.ts',
    text: "same ? 'is a name of yours' : ",
    replacement: '',
    specs: PASSWORDS,
  },
  {
    file: 'directory/roles/rules/role-rules.ts',
    text: 'if (builtInRole(name) !== undefined) throw builtInRoleFixed();',
    replacement: '',
    specs: ROLES,
  },
  {
    file: 'directory/roles/rules/role-rules.ts',
    text: 'isBuiltInScope(scope) || isFreeForSites(scope)',
    replacement: 'true',
    specs: ROLES,
  },
  {
    file: 'directory/roles/rules/role-rules.ts',
    text: 'if (missing.length > 0) {',
    replacement: 'if (false) {',
    specs: ROLES,
  },
  {
    file: 'shared/authz/administrators.ts',
    text: ' && credential.unbounded',
    replacement: '',
    specs: [...ROLES, 'e2e/security/administrators.e2e.spec.ts'],
  },
  {
    file: 'directory/roles/rules/role-rules.ts',
    text: 'principal.roles.includes(name) && ',
    replacement: 'false && ',
    specs: ROLES,
  },
];
