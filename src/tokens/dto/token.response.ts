import { type PolicySnapshot, violationOf } from '../policy/policy-violations.js';
import type { PolicyViolation } from '../policy/policy-rules.js';
import { stateOf, type TokenState } from '../liveness.js';
import type { IssuedToken } from '../token-issuer.js';
import type { Token } from '../token.entity.js';
import { TransferResponse } from '../../shared/authz/transfer.response.js';
import { MakerResponse, makerResponse } from '../../shared/authz/maker.response.js';
import type { ValueOrigin } from '../token.repository.js';

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
   * Why the policy of the site stops the token now: it is `active`, but refused. A new value, with an expiry that the site
   * allows, makes it work again. Null when the policy does not stop it.
   * @example null
   */
  stoppedBy: PolicyViolation | null;

  /**
   * The last 4 characters of its value, to tell tokens apart.
   * @example "x7Qa"
   */
  last4: string;

  /** @example "0199c0de-0000-7000-8000-0000000000aa" */
  ownerId: string;

  /**
   * The user who made it. This never changes.
   * @example "0199c0de-0000-7000-8000-0000000000aa"
   */
  createdBy: string;

  /**
   * The application that the token was issued to.
   * @example null
   */
  applicationId: string | null;

  /**
   * The scopes that it is narrowed to; null means everything that its owner's roles allow.
   * @example ["projects:read"]
   */
  scopes: string[] | null;

  /**
   * For a token that came from another user: the most that it can do, which is what it could do at that moment. Null means no
   * such limit.
   * @example null
   */
  ceiling: string[] | null;

  /**
   * The account that it is pinned to.
   * @example null
   */
  accountId: string | null;

  /**
   * The networks that it may be used from; null means anywhere.
   * @example ["203.0.113.0/24"]
   */
  allowedNetworks: string[] | null;

  /** @example "2026-11-01T09:30:00.000Z" */
  createdAt: string;

  /**
   * When it stops working; null means never.
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
   * When it was last used, to within a few seconds.
   * @example "2026-11-20T02:00:04.120Z"
   */
  lastUsedAt: string | null;

  /**
   * The address that it was last used from.
   * @example "203.0.113.9"
   */
  lastUsedAddress: string | null;

  /** Set on a token that came from another user, until its owner, signed in, replaces its value. */
  transferred: TransferResponse | null;

  /** The credential that made its current value; null for values that are older than this record. */
  issuedWith: MakerResponse | null;
}

export class IssuedTokenResponse extends TokenResponse {
  /**
   * The credential itself. It is only ever shown in this answer.
   * @example "gth_pat_…"
   */
  token: string;
}

export function tokenResponse(
  token: Token,
  snapshot: PolicySnapshot,
  origin: Pick<ValueOrigin, 'issuedWithKind' | 'issuedWith'> | undefined,
): TokenResponse {
  return {
    id: token.id,
    name: token.name,
    kind: token.kind,
    format: token.format,
    state: stateOf(token, snapshot.now),
    stoppedBy: violationOf(token, snapshot),
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
    issuedWith: makerResponse(origin?.issuedWithKind ?? null, origin?.issuedWith ?? null),
  };
}

/** The snapshot is taken before the value exists, so that nothing that may fail comes between the value and its only answer. */
export function issuedResponse({ token, value, origin }: IssuedToken, snapshot: PolicySnapshot): IssuedTokenResponse {
  return { ...tokenResponse(token, snapshot, origin), token: value };
}
