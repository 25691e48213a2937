import type { Credential } from '../credential.entity.js';
import { boundOrigins } from '../administration/origins.js';
import type { CredentialType } from '../credentials.types.js';

export class CredentialResponse {
  /** @example "0199c0de-0000-7000-8000-000000000001" */
  id: string;

  /** @example "Orders API" */
  name: string;

  /** @example "basic" */
  type: CredentialType;

  /**
   * Null unless the type is `basic`.
   * @example "gatehouse"
   */
  username: string | null;

  /**
   * Null unless the type is `header`.
   * @example null
   */
  header: string | null;

  /**
   * Null unless the type is `query`.
   * @example null
   */
  parameter: string | null;

  /**
   * Null unless the type is `client_credentials`, like the three fields below.
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
   * The only places that it may be sent to, including the origin of `tokenUrl`.
   * @example ["https://orders.example.com"]
   */
  origins: string[];

  /**
   * When the secret was set. No call returns the secret.
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
    origins: boundOrigins(credential),
    secretSetAt: credential.secretSetAt.toISOString(),
    createdAt: credential.createdAt.toISOString(),
    updatedAt: credential.updatedAt.toISOString(),
  };
}
