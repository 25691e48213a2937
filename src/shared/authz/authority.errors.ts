import { defineError } from '../errors/domain-error.js';

export const scopeNotHeld = defineError({
  kind: 'forbidden',
  code: 'scope_not_held',
  title: 'A credential cannot give what it does not hold',
  remedy: 'Ask for scopes that your own credential holds; GET {api}/scopes shows which it holds.',
});

export const lifetimeExceeded = defineError({
  kind: 'forbidden',
  code: 'lifetime_exceeded',
  title: 'A credential cannot give a later expiry than its own',
  remedy: 'Ask for an expiry that is no later than that of your own credential, or sign in and ask as a person.',
});

export const networkNotHeld = defineError({
  kind: 'forbidden',
  code: 'network_not_held',
  title: 'A credential cannot give networks that it may not be used from',
  remedy: 'Ask for networks within those of your own credential, or leave them out to inherit them.',
});

export const accountNotHeld = defineError({
  kind: 'forbidden',
  code: 'account_not_held',
  title: 'A credential cannot give another account than its own',
  remedy: 'Leave accountId out to inherit the account of your own credential.',
});

export const credentialTooNarrow = defineError({
  kind: 'forbidden',
  code: 'credential_too_narrow',
  title: 'This credential is narrower than what it would make or change',
  remedy: 'Use the session of the owner, or a credential that holds at least as much.',
});

export const accountPinned = defineError({
  kind: 'forbidden',
  code: 'account_pinned',
  title: 'This credential is pinned to one account',
  remedy:
    'It can make calls about its account, and read, rotate and end itself. Use a credential without a pin for this call.',
});

export const supersededCredential = defineError({
  kind: 'forbidden',
  code: 'superseded_credential',
  title: 'This value was rotated away',
  remedy:
    'It still works for calls until its grace ends, but cannot make, change or end credentials, or give anybody a way in. Use the new value.',
});

export const inheritedCredential = defineError({
  kind: 'forbidden',
  code: 'inherited_credential',
  title: 'This credential was inherited, and its value has not been replaced since',
  remedy:
    'Somebody who left may hold a copy, so this credential only makes calls. Its owner signs in and replaces the value: a token by rotating it, an application with a new secret.',
});
