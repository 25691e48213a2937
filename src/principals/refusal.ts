import type { Principal } from '../shared/authz/principal.js';
import type { SiteId } from '../shared/ids/site-id.js';
import type { PolicyViolation } from '../tokens/policy/policy-rules.js';

/**
 * Why a credential was refused. The caller never learns the reason (all refusals look the same, contract §3), except for
 * `account_suspended` and `network_not_allowed`, which only reveal what the owner has set. The audit log has the reason.
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
  | PolicyViolation;

/** The credential behind a refusal, if we once issued it. */
export interface RefusedCredential {
  readonly id: string;
  readonly kind: 'session' | 'personal' | 'application' | 'secret';
  readonly name: string;
  readonly applicationId: string | null;
  readonly siteId: SiteId;
  readonly userId: string;
  readonly username: string;
  readonly lineageKey: string;
}

/** A credential that was presented and is not valid. */
export class Refusal {
  constructor(
    readonly reason: RefusalReason,
    readonly credential: RefusedCredential | null = null,
  ) {}
}

/** Refusals that can end: the credential works again when its owner or account is resumed, or the policy relaxed. */
const HELD_UP: readonly RefusalReason[] = [
  'owner_suspended',
  'account_suspended',
  'network_not_allowed',
  'policy_never_expires',
  'policy_lifetime',
  'policy_unused',
  'policy_inherited',
];

/** The credential behind the result of a check, unless it is dead for good. */
export function revocableCredential(result: Principal | Refusal): RefusedCredential | null {
  if (result instanceof Refusal) return HELD_UP.includes(result.reason) ? result.credential : null;
  const { siteId, userId, username, credential } = result;
  const { id, kind, name, applicationId, lineageKey } = credential;
  return { id, kind, name, applicationId, siteId, userId, username, lineageKey };
}
