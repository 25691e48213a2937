import { defineError } from '../../shared/errors/domain-error.js';

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
  remedy: 'Create your own role with the scopes that you want, and give users that role.',
});

export const roleInUse = defineError({
  kind: 'conflict',
  code: 'role_in_use',
  title: 'Users still hold this role',
  remedy: 'First take the role from these users; GET {api}/admin/users?role=<name> lists them.',
});

export const roleTooWide = defineError({
  kind: 'forbidden',
  code: 'role_too_wide',
  title: 'You cannot give a role scopes that you do not hold',
  remedy: 'Ask for scopes that your own credential holds; GET {api}/scopes shows which it holds.',
});

export const ownRoleWidened = defineError({
  kind: 'forbidden',
  code: 'own_role_widened',
  title: 'You cannot add scopes to a role that you hold yourself',
  remedy: 'Ask an administrator to change it.',
});

export const newScopeRefused = defineError({
  kind: 'forbidden',
  code: 'new_scope_refused',
  title: 'Only an administrator can introduce a new scope',
  remedy:
    'Ask an administrator to create the first role with the new scope, or use a scope that GET {api}/scopes lists.',
});

export const tooManyScopes = defineError({
  kind: 'conflict',
  code: 'too_many_scopes',
  title: 'A site has at most 1,000 scopes of its own',
  remedy: 'First remove scopes that are no longer used from the roles of the site; GET {api}/scopes lists all scopes.',
});
