import type { SiteId } from '../shared/ids/site-id.js';
import type { Token } from './token.entity.js';

/** A token as other modules may see it. The value is in no row. */
export type TokenRecord = Readonly<Token>;

/** Why a token was revoked: kept on the token, shown to its owner and to administrators. */
export type RevocationReason =
  | 'revoked_by_owner'
  | 'revoked_by_client'
  | 'revoked_by_itself'
  | 'regenerated'
  | 'application_deleted'
  | 'sent_in_plaintext'
  | 'leaked'
  | 'owner_removed'
  | 'revoked_by_administrator'
  | 'unused';

/** A change of owner, and what the one could do at that moment: the new ceiling of all that moves (CONTRACT §5). */
export interface Handover {
  readonly siteId: SiteId;
  readonly from: string;
  readonly to: string;
  /** The scopes of the roles of `from` at this moment; none while suspended. */
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

/** Whose tokens or applications, what the user holds and what of it would be left: what would be able to do nothing any more? */
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
