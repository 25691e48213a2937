import { credentialTooNarrow, supersededCredential } from './authority.errors.js';
import type { Principal } from './principal.js';

/**
 * Whether a credential may give somebody a way in, a role or a wider role (contract §1). A person signs in from anywhere and to
 * every account, so a credential that is pinned to an account or limited to networks may not. Nor may a credential of which
 * somebody who left may hold a copy.
 */
export function mayLetIn({ accountId, credential }: Principal): boolean {
  return accountId === null && credential.allowedNetworks === null && credential.inherited === null;
}

/**
 * Every call that makes a way in checks this. A value that was rotated away makes none: a holder of a copy would keep access by
 * means of it. A link from before the rotation is judged without this check: it depends on that value, and ends with its grace.
 * @throws supersededCredential, credentialTooNarrow
 */
export function requireMayLetIn(principal: Principal): void {
  if (principal.credential.superseded) throw supersededCredential();
  if (mayLetIn(principal)) return;
  throw credentialTooNarrow({ detail: 'It gives nobody a way in, a role or a wider role.' });
}
