import { defineError } from '../shared/errors/domain-error.js';

export const administratorRequired = defineError({
  kind: 'forbidden',
  code: 'administrator_required',
  title: 'Only an administrator gives and takes roles',
  remedy: 'Leave `roles` out, or ask a user who holds ROLE_ADMIN.',
});

export const userOutOfReach = defineError({
  kind: 'forbidden',
  code: 'user_out_of_reach',
  title: 'This user may do things that you may not',
  remedy: 'Ask an administrator, or use a credential that holds every scope of the user.',
});

export const ownAccount = defineError({
  kind: 'conflict',
  code: 'own_account',
  title: 'You cannot do this to yourself',
  remedy: 'Ask another administrator to do it.',
});

export const lastAdministrator = defineError({
  kind: 'conflict',
  code: 'last_administrator',
  title: 'This is the last active administrator of the site',
  remedy: 'Give ROLE_ADMIN to another active person first.',
});

export const siteOwner = defineError({
  kind: 'conflict',
  code: 'site_owner',
  title: 'The user owns the site',
  remedy: 'Hand the site over first, with PUT {api}/admin/site/owner.',
});

export const ownerResetsAlone = defineError({
  kind: 'forbidden',
  code: 'owner_resets_alone',
  title: 'Nobody else can set the password of the site owner',
  remedy:
    'The owner changes it with PUT {api}/auth/password. An owner who is locked out can ask the operator for a link: `gatehouse user invite`.',
});

export const ownerRequired = defineError({
  kind: 'forbidden',
  code: 'owner_required',
  title: 'Only the owner of the site can do this',
  remedy:
    'Ask the owner to hand the site over; GET {api}/admin/site names them. If the site has no owner, an administrator (ROLE_ADMIN) can do it.',
});

export const previewStale = defineError({
  kind: 'conflict',
  code: 'preview_stale',
  title: 'Something changed since the preview',
  remedy: 'Call GET {api}/admin/users/{id}/removal again, check the preview, and send the version that it returns.',
});
