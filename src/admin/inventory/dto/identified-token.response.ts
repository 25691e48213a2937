import type { Identified } from '../identify-token.js';
import { ReceiverResponse } from '../../removal/dto/removal.response.js';

export class RevokeCallResponse {
  /** @example "DELETE" */
  method: 'DELETE' | 'POST';

  /** @example "/api/v1/admin/tokens/0199c0de-0000-7000-8000-0000000000ff" */
  path: string;
}

export class IdentifiedTokenResponse {
  /** @example "token" */
  type: 'token' | 'client_secret' | 'developer_secret';

  /**
   * The id of the token or client secret; for a developer secret, the id of the user it belongs to.
   * @example "0199c0de-0000-7000-8000-0000000000ff"
   */
  id: string;

  /**
   * The name that the owner gave the token; for a client secret, the name of the application.
   * @example "Nightly export"
   */
  name: string;

  /** @example "x7Qa" */
  last4: string;

  /** @example "active" */
  state: 'active' | 'expired' | 'revoked';

  /** @example "0199c0de-0000-7000-8000-0000000000aa" */
  ownerId: string;

  /** The user who owns it; null when that user was removed. */
  owner: ReceiverResponse | null;

  /** @example null */
  applicationId: string | null;

  /** @example "2026-11-01T09:30:00.000Z" */
  createdAt: string;

  /**
   * When this value stops working, because it expires or was rotated away; null means never.
   * @example null
   */
  endsAt: string | null;

  /**
   * When it was last used, to within a few seconds. Uses of secrets are not recorded.
   * @example "2026-11-20T02:00:04.120Z"
   */
  lastUsedAt: string | null;

  /** @example "203.0.113.9" */
  lastUsedAddress: string | null;

  /** The call that revokes it. For a secret, send the value in the body. */
  revoke: RevokeCallResponse;
}

/** `prefix` is the prefix of the API. */
export function identifiedTokenResponse(found: Identified, prefix: string): IdentifiedTokenResponse {
  const { type, id, name, last4, state, ownerId, username, applicationId } = found;
  return {
    ...{ type, id, name, last4, state, ownerId, applicationId },
    owner: username === null ? null : { id: ownerId, username },
    createdAt: found.createdAt.toISOString(),
    endsAt: found.endsAt?.toISOString() ?? null,
    lastUsedAt: found.lastUsedAt?.toISOString() ?? null,
    lastUsedAddress: found.lastUsedAddress,
    revoke:
      type === 'token'
        ? { method: 'DELETE', path: `${prefix}/admin/tokens/${id}` }
        : { method: 'POST', path: `${prefix}/leaks` },
  };
}
