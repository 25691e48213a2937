import { defineError } from '../shared/errors/domain-error.js';

export const administratorRequired = defineError({
  kind: 'forbidden',
  code: 'administrator_required',
  title: 'Only an administrator gives and takes roles',
  remedy: 'Leave `roles` out, or ask someone who holds ROLE_ADMIN.',
});

export const userOutOfReach = defineError({
  kind: 'forbidden',
  code: 'user_out_of_reach',
  title: 'This user may do things that you may not',
  remedy: 'Ask an administrator, or use a credential that holds all the scopes that the user holds.',
});

export const ownAccount = defineError({
  kind: 'conflict',
  code: 'own_account',
  title: 'Nobody does this to themselves',
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

export const ownerRequired = defineError({
  kind: 'forbidden',
  code: 'owner_required',
  title: 'Only the owner of the site does this',
  remedy:
    'Ask the owner, whom GET {api}/admin/site names, to hand the site over. While it has none, an administrator (ROLE_ADMIN) can.',
});

export const previewStale = defineError({
  kind: 'conflict',
  code: 'preview_stale',
  title: 'Something changed since the preview',
  remedy: 'Look at GET {api}/admin/users/{id}/removal again, and send the version that it answers now.',
});

export const callerNotActive = defineError({
  kind: 'forbidden',
  code: 'caller_not_active',
  title: 'You were suspended or removed in this moment',
  remedy: 'Nothing was changed. Ask another administrator.',
});
