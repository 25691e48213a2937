import { defineError } from '../shared/errors/domain-error.js';

export const roleNotFound = defineError({
  kind: 'not_found',
  code: 'role_not_found',
  title: 'There is no such role',
  remedy: 'Check the name; GET {api}/admin/roles lists the roles of your site.',
});

export const builtInRoleFixed = defineError({
  kind: 'conflict',
  code: 'built_in_role',
  title: 'A built-in role cannot be changed or deleted',
  remedy: 'Create a role of your own with the scopes that you want, and give that one.',
});

export const roleInUse = defineError({
  kind: 'conflict',
  code: 'role_in_use',
  title: 'Users still hold this role',
  remedy: 'Take the role from them first; GET {api}/admin/users?role=<name> lists them.',
});

export const roleTooWide = defineError({
  kind: 'forbidden',
  code: 'role_too_wide',
  title: 'A role cannot be given scopes that you do not hold',
  remedy: 'Ask for scopes that your own credential holds; GET {api}/scopes says which those are.',
});

export const ownRoleWidened = defineError({
  kind: 'forbidden',
  code: 'own_role_widened',
  title: 'You cannot make a role that you hold yourself give more',
  remedy: 'Ask an administrator to change it.',
});

export const newScopeRefused = defineError({
  kind: 'forbidden',
  code: 'new_scope_refused',
  title: 'Only an administrator can introduce a new scope',
  remedy: 'Ask an administrator to make the first role with it, or use one of the scopes that GET {api}/scopes lists.',
});
