import type { Secret } from '../../shared/crypto/secret.js';

export const CREDENTIAL_TYPES = ['basic', 'bearer', 'header', 'query', 'client_credentials'] as const;
export type CredentialType = (typeof CREDENTIAL_TYPES)[number];

/** Everything in a credential except its secret. */
export type CredentialSettings =
  /** HTTP Basic (RFC 7617). */
  | { readonly type: 'basic'; readonly username: string }
  /** `Authorization: Bearer` (RFC 6750 §2.1). */
  | { readonly type: 'bearer' }
  /** A request header with the secret as its value. */
  | { readonly type: 'header'; readonly header: string }
  /** A parameter of the query with the secret as its value. */
  | { readonly type: 'query'; readonly parameter: string }
  /** A bearer token, fetched and renewed with the client credentials grant (RFC 6749 §4.4). */
  | {
      readonly type: 'client_credentials';
      readonly tokenUrl: string;
      readonly clientId: string;
      readonly scope: string | null;
      readonly audience: string | null;
    };

/** What is put on a request to the upstream. */
export type OpenedCredential = CredentialSettings & {
  readonly secret: Secret;
  /** The only places where it may be sent. */
  readonly origins: readonly string[];
};
