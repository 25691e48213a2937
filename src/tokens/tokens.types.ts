/** Why a token was revoked: kept on the token, shown to its owner and to administrators. */
export type RevocationReason =
  | 'revoked_by_owner'
  | 'revoked_by_client'
  | 'revoked_by_itself'
  | 'regenerated'
  | 'application_deleted'
  | 'sent_in_plaintext'
  | 'leaked';

export interface TokenUse {
  readonly at: Date;
  readonly address: string;
}
