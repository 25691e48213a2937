import type { Principal } from '../shared/authz/principal.js';
import type { Secret } from '../shared/crypto/secret.js';
import type { DomainError } from '../shared/errors/domain-error.js';

export interface BearerCaller {
  readonly principal: Principal;
  /** Whether the account that the token was checked for belongs to its site and is active. */
  readonly isAccountActive: boolean;
  /** The token that the caller presented. */
  readonly token: Secret;
  /** The address that the call came from. */
  readonly address: string;
}

export interface CallNeeds {
  readonly accountId: string;
  readonly scopes: readonly string[];
}

export interface OpenCall extends CallNeeds {
  readonly caller: BearerCaller;
}

/** Why a call must end (contract §7). */
export interface CallEnding {
  /**
   * The credential was withdrawn: revoked, or its owner or account suspended or removed. Otherwise it has run out, or may do less
   * than the call needs.
   */
  readonly isWithdrawn: boolean;
  readonly error: DomainError;
}
