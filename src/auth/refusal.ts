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
  | 'application_deleted'
  | 'account_suspended'
  | 'network_not_allowed';

/** The credential behind a refusal, when it is one that we once issued. */
export interface RefusedCredential {
  readonly id: string;
  readonly kind: 'session' | 'personal' | 'application' | 'secret';
  readonly name: string;
  readonly siteId: string;
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
