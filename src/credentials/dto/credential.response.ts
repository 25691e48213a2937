import type { Credential } from '../credential.entity.js';
import type { CredentialType } from '../credentials.types.js';

export class CredentialResponse {
  /** @example "0199c0de-0000-7000-8000-000000000001" */
  id: string;

  /** @example "Orders API" */
  name: string;

  /** @example "basic" */
  type: CredentialType;

  /**
   * Null but for the type `basic`.
   * @example "gatehouse"
   */
  username: string | null;

  /**
   * Null but for the type `header`.
   * @example null
   */
  header: string | null;

  /**
   * Null but for the type `query`.
   * @example null
   */
  parameter: string | null;

  /**
   * Null but for the type `client_credentials`, as the three below.
   * @example null
   */
  tokenUrl: string | null;

  /** @example null */
  clientId: string | null;

  /** @example null */
  scope: string | null;

  /** @example null */
  audience: string | null;

  /**
   * When the secret was given. No call answers the secret.
   * @example "2026-11-01T09:30:00.000Z"
   */
  secretSetAt: string;

  /** @example "2026-11-01T09:30:00.000Z" */
  createdAt: string;

  /** @example "2026-11-01T09:30:00.000Z" */
  updatedAt: string;
}

export class CredentialPageResponse {
  items: CredentialResponse[];

  /**
   * Send it as `cursor` to get the next page; null on the last one.
   * @example null
   */
  nextCursor: string | null;
}

const NOTHING = {
  username: null,
  header: null,
  parameter: null,
  tokenUrl: null,
  clientId: null,
  scope: null,
  audience: null,
};

export function credentialResponse(credential: Credential): CredentialResponse {
  return {
    id: credential.id,
    name: credential.name,
    ...NOTHING,
    ...credential.settings,
    secretSetAt: credential.secretSetAt.toISOString(),
    createdAt: credential.createdAt.toISOString(),
    updatedAt: credential.updatedAt.toISOString(),
  };
}
