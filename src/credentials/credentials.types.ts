export const CREDENTIAL_TYPES = ['basic', 'bearer', 'header', 'query', 'client_credentials'] as const;
export type CredentialType = (typeof CREDENTIAL_TYPES)[number];

/** All of a credential but its secret; what its type has no use for is null. */
export interface CredentialSettings {
  /** Of `basic` (RFC 7617). */
  readonly username: string | null;
  /** Of `header`: its name. */
  readonly header: string | null;
  /** Of `query`: the name of the parameter. */
  readonly parameter: string | null;
  /** Of `client_credentials` (RFC 6749 §4.4), as the three below. */
  readonly tokenUrl: string | null;
  readonly clientId: string | null;
  readonly scope: string | null;
  readonly audience: string | null;
}
