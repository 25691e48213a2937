import type { Weakening } from './weakening.js';

const REMOVAL = ['e2e/admin/remove-user.e2e.spec.ts'];
const CHOSEN = ['e2e/admin/reassign-tokens.e2e.spec.ts', 'e2e/admin/admin-tokens.e2e.spec.ts'];
const POWERS = ['e2e/admin/user-powers.e2e.spec.ts'];
const SITE = ['e2e/admin/site-owner.e2e.spec.ts'];

export const ADMIN_WEAKENINGS: readonly Weakening[] = [
  {
    file: 'admin/reassignment/chosen-tokens.ts',
    text: 'unknown.length > 0',
    replacement: 'unknown.length > 1',
    specs: CHOSEN,
  },
  {
    file: 'admin/reassignment/chosen-tokens.ts',
    text: 'const tokenIds = owned.map(',
    replacement: 'const tokenIds = tokens.map(',
    specs: CHOSEN,
  },
  {
    file: 'admin/reassignment/chosen-tokens.ts',
    text: 'if (ownerId === receiver.id) continue;',
    replacement: '',
    specs: CHOSEN,
  },
  {
    file: 'admin/reassignment/held-scopes.ts',
    text: "user.status !== 'active' || ",
    replacement: '',
    specs: [...REMOVAL, 'e2e/security/ownership-history.e2e.spec.ts'],
  },
  {
    file: 'admin/removal/remove-user.ts',
    text: 'if (version !== null && version !== (await this.version.of(tx, plan))) throw previewStale();',
    replacement: '',
    specs: REMOVAL,
  },
  {
    file: 'admin/removal/removal-planning.ts',
    text: 'if (site.ownerId === user.id) throw siteOwner({ detail: OWNER_STAYS });',
    replacement: '',
    specs: [...REMOVAL, ...SITE],
  },
  {
    file: 'admin/removal/removal-planning.ts',
    text: 'await this.rules.requireOtherAdministrator(tx, user);',
    replacement: '',
    specs: [...REMOVAL, 'integration/admin/last-administrator.spec.ts'],
  },
  { file: 'admin/removal/removal-planning.ts', text: 'receiverId === id ? null : ', replacement: '', specs: REMOVAL },
  {
    file: 'admin/users/suspend-user.ts',
    text: 'if (site.ownerId === user.id) throw siteOwner();',
    replacement: '',
    specs: ['e2e/admin/suspend-user.e2e.spec.ts', ...SITE],
  },
  {
    file: 'admin/users/suspend-user.ts',
    text: 'if (id === actor.principal.userId) throw ownAccount();',
    replacement: '',
    specs: ['e2e/admin/user-powers.e2e.spec.ts'],
  },
  {
    file: 'admin/users/user-rules.ts',
    text: 'others === 0',
    replacement: 'others < 0',
    specs: ['integration/admin/last-administrator.spec.ts'],
  },
  {
    file: 'shared/authz/ways-in.ts',
    text: ' && credential.allowedNetworks === null',
    replacement: '',
    specs: [...POWERS, 'e2e/admin'],
  },
  {
    file: 'shared/authz/ways-in.ts',
    text: 'if (principal.credential.superseded) throw supersededCredential();',
    replacement: '',
    specs: ['e2e/security/superseded.e2e.spec.ts'],
  },
  {
    file: 'admin/users/user-rules.ts',
    text: 'if (!isOfAdministrator(principal)) throw administratorRequired();',
    replacement: '',
    specs: POWERS,
  },
  {
    file: 'admin/users/user-rules.ts',
    text: 'site.ownerId === user.id && user.id !== principal.userId && ',
    replacement: 'false && ',
    specs: [...POWERS, ...SITE],
  },
  {
    file: 'admin/users/update-user.ts',
    text: 'await this.rules.requireMayGive(tx, principal, given);',
    replacement: '',
    specs: POWERS,
  },
  {
    file: 'admin/users/invite-user.ts',
    text: 'id === actor.principal.userId',
    replacement: 'false',
    specs: ['e2e/admin/invitations.e2e.spec.ts', ...POWERS],
  },
  {
    file: 'admin/site/site-handover-rules.ts',
    text: 'if (!credential.unbounded) throw credentialTooNarrow();',
    replacement: '',
    specs: SITE,
  },
  { file: 'admin/site/site-handover-rules.ts', text: 'ownerId === null && actsAs', replacement: 'actsAs', specs: SITE },
  {
    file: 'admin/site/hand-over-site.ts',
    text: "user?.kind === 'person'",
    replacement: 'user !== null',
    specs: SITE,
    explained: 'who has set a password is a person',
  },
  {
    file: 'principals/makers/reread-makers.ts',
    text: '    requireSame(principal, standing);\n',
    replacement: '',
    specs: ['e2e/security/ways.e2e.spec.ts'],
  },
  {
    file: 'principals/makers/reread-makers.ts',
    text: 'if (standing instanceof Refusal) throw invalidToken();',
    replacement: 'if (standing instanceof Refusal) return principal as StandingPrincipal;',
    specs: ['e2e/security/ways.e2e.spec.ts'],
  },
  {
    file: 'shared/authz/authority.ts',
    text: 'if (scopes === null) return actsAsAdministrator(this.principal);',
    replacement: 'if (scopes === null) return true;',
    specs: ['e2e/security/service-account-bounds.e2e.spec.ts'],
  },
  {
    file: 'tokens/service-account-rules.ts',
    text: '!actsAsAdministrator(principal)',
    replacement: 'false',
    specs: ['e2e/security/service-account-bounds.e2e.spec.ts'],
  },
  {
    file: 'admin/removal/user-deprovisioning.ts',
    text: 'await this.removal.remove(tx, user);',
    replacement: '',
    specs: REMOVAL,
  },
  {
    file: 'admin/inventory/revoke-token.ts',
    text: 'if (ownerId === userId) return;',
    replacement: 'return;',
    specs: ['e2e/notifications', 'e2e/admin/admin-tokens.e2e.spec.ts'],
  },
];
