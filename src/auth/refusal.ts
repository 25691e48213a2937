import type { Principal } from '../shared/authz/principal.js';
import type { SiteId } from '../shared/ids/site-id.js';
import type { PolicyStop } from '../tokens/policy-terms.js';

/**
 * Why a credential was refused. The caller never learns it (they all look the same, CONTRACT §3), save for
 * `account_suspended` and `network_not_allowed`, which only tell what the owner has set; the audit log has it.
 */
export type RefusalReason =
  | 'malformed'
  | 'unknown'
  | 'forged_signature'
  | 'expired'
  | 'revoked'
  | 'reused_after_rotation'
  | 'idle'
  | 'owner_suspended'
  | 'owner_removed'
  | 'application_deleted'
  | 'account_suspended'
  | 'network_not_allowed'
  | PolicyStop;

/** The credential behind a refusal, when it is one that we once issued. */
export interface RefusedCredential {
  readonly id: string;
  readonly kind: 'session' | 'personal' | 'application' | 'secret';
  readonly name: string;
  readonly applicationId: string | null;
  readonly siteId: SiteId;
  readonly userId: string;
  readonly username: string;
}

/** A credential that was presented and is not good. */
export class Refusal {
  constructor(
    readonly reason: RefusalReason,
    readonly credential: RefusedCredential | null = null,
  ) {}
}

/** Refusals that end by themselves: the credential works again when its owner or account is resumed, or the policy relaxed. */
const HELD_UP: readonly RefusalReason[] = [
  'owner_suspended',
  'account_suspended',
  'network_not_allowed',
  'policy_never_expires',
  'policy_lifetime',
  'policy_unused',
  'policy_inherited',
];

/** The credential behind the result of a check, when it is not dead for good. */
export function undeadCredential(result: Principal | Refusal): RefusedCredential | null {
  if (result instanceof Refusal) return HELD_UP.includes(result.reason) ? result.credential : null;
  const { siteId, userId, username, credential } = result;
  const { id, kind, name, applicationId } = credential;
  return { id, kind, name, applicationId, siteId, userId, username };
}
