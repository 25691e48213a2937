import type { SiteId } from '../shared/ids/site-id.js';
import type { Token } from './token.entity.js';

/** A token as other modules may see it. The value is in no row. */
export type TokenRecord = Readonly<Token>;

/** Why a token was revoked. Kept on the token, and shown to its owner and to administrators. */
export type RevocationReason =
  | 'revoked_by_owner'
  | 'revoked_by_client'
  | 'revoked_by_itself'
  | 'regenerated'
  | 'application_deleted'
  | 'ceiling_lifted'
  | 'ended_with_maker'
  | 'signed_out'
  | 'sent_in_plaintext'
  | 'leaked'
  | 'owner_removed'
  | 'revoked_by_administrator'
  | 'unused';

/**
 * A change of owner, and what the former owner could do at that moment: the new ceiling of everything that moves (contract §5).
 */
export interface Handover {
  readonly siteId: SiteId;
  readonly from: string;
  readonly to: string;
  /** The scopes of the roles of `from` at this moment; none while that user is suspended. */
  readonly held: readonly string[];
}

/** Enough of a token or an application to name it. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** A token or an application that can do something now. */
export interface Working extends Named {
  readonly lastUsedAt: Date | null;
}

/** A token or application that rotates itself or makes other credentials. Once inherited, it no longer can. */
export interface SelfServing extends Working {
  readonly makes: boolean;
}

/**
 * Whose tokens or applications to search, what the user holds, and what of it would be left. Finds those that would no longer be
 * able to do anything.
 */
export interface StopSearch {
  readonly siteId: SiteId;
  readonly ownerId: string;
  readonly held: readonly string[];
  readonly kept: readonly string[];
}

export interface TokenUse {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly address: string;
}
