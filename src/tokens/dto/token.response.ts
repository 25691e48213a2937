import { type PolicyMoment, stopOf } from '../policy-stops.js';
import type { PolicyStop } from '../policy-terms.js';
import { stateOf, type TokenState } from '../token-state.js';
import type { IssuedToken } from '../token-issuer.js';
import type { Token } from '../token.entity.js';
import { TransferResponse } from '../../shared/authz/transfer.response.js';

export class TokenResponse {
  /** @example "0199c0de-0000-7000-8000-0000000000ff" */
  id: string;

  /** @example "Nightly export" */
  name: string;

  /**
   * `personal`: a person made it. `application`: it was issued to an application.
   * @example "personal"
   */
  kind: 'personal' | 'application';

  /**
   * `opaque`, or `jwt` (RFC 9068).
   * @example "opaque"
   */
  format: 'opaque' | 'jwt';

  /** @example "active" */
  state: TokenState;

  /**
   * What the policy of the site stops it for at this moment: it is `active` and refused. A new value, with an expiry that the
   * site allows, brings it back. Null is that the policy lets it be.
   * @example null
   */
  stoppedBy: PolicyStop | null;

  /**
   * The last 4 characters of its value, to tell tokens apart.
   * @example "x7Qa"
   */
  last4: string;

  /** @example "0199c0de-0000-7000-8000-0000000000aa" */
  ownerId: string;

  /**
   * Who made it. Never changes.
   * @example "0199c0de-0000-7000-8000-0000000000aa"
   */
  createdBy: string;

  /**
   * The application that it was issued to.
   * @example null
   */
  applicationId: string | null;

  /**
   * What it is narrowed to; null is all that its owner's roles give.
   * @example ["projects:read"]
   */
  scopes: string[] | null;

  /**
   * For what came from another user, the most that it can do: what it could do at that moment. Null is no such bound.
   * @example null
   */
  ceiling: string[] | null;

  /**
   * The account that it is pinned to.
   * @example null
   */
  accountId: string | null;

  /**
   * The networks that it may be used from; null is anywhere.
   * @example ["203.0.113.0/24"]
   */
  allowedNetworks: string[] | null;

  /** @example "2026-11-01T09:30:00.000Z" */
  createdAt: string;

  /**
   * When it stops working; null is never.
   * @example "2027-06-30T00:00:00.000Z"
   */
  expiresAt: string | null;

  /** @example null */
  rotatedAt: string | null;

  /** @example null */
  revokedAt: string | null;

  /**
   * Why it was revoked: `revoked_by_owner`, `sent_in_plaintext`, `regenerated`, `application_deleted` and the like.
   * @example null
   */
  revokedReason: string | null;

  /**
   * When it was last used, to within some seconds.
   * @example "2026-11-20T02:00:04.120Z"
   */
  lastUsedAt: string | null;

  /**
   * The address that it was last used from.
   * @example "203.0.113.9"
   */
  lastUsedAddress: string | null;

  /** Set on a token that came from another user, until it is rotated. */
  transferred: TransferResponse | null;
}

export class IssuedTokenResponse extends TokenResponse {
  /**
   * The credential itself. This answer is the only one that ever holds it.
   * @example "gth_pat_…"
   */
  token: string;
}

export function tokenResponse(token: Token, moment: PolicyMoment): TokenResponse {
  return {
    id: token.id,
    name: token.name,
    kind: token.kind,
    format: token.format,
    state: stateOf(token, moment.now),
    stoppedBy: stopOf(token, moment),
    last4: token.last4,
    ownerId: token.ownerId,
    createdBy: token.createdBy,
    applicationId: token.applicationId,
    scopes: token.scopes,
    ceiling: token.ceiling,
    accountId: token.accountId,
    allowedNetworks: token.allowedNetworks,
    createdAt: token.createdAt.toISOString(),
    expiresAt: token.expiresAt?.toISOString() ?? null,
    rotatedAt: token.rotatedAt?.toISOString() ?? null,
    revokedAt: token.revokedAt?.toISOString() ?? null,
    revokedReason: token.revokedReason,
    lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
    lastUsedAddress: token.lastUsedAddress,
    transferred:
      token.transferredFrom === null || token.transferredAt === null
        ? null
        : { from: token.transferredFrom, at: token.transferredAt.toISOString() },
  };
}

/** The moment is asked for before there is a value: nothing that may fail comes between it and its one answer. */
export function issuedResponse({ token, value }: IssuedToken, moment: PolicyMoment): IssuedTokenResponse {
  return { ...tokenResponse(token, moment), token: value };
}
