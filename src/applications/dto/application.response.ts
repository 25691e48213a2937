import { TransferResponse } from '../../shared/authz/transfer.response.js';
import type { ShownApplication } from '../applications.service.js';
import type { IssuedApplicationToken } from '../application-tokens.service.js';
import type { ClientSecret } from '../secrets/client-secret.entity.js';
import type { Registered } from '../registration/registration-parts.js';
import type { Application } from '../application.entity.js';
import { MakerResponse, makerResponse } from '../../shared/authz/maker.response.js';
import type { AddedSecret } from '../client-secrets.service.js';

export class ClientSecretResponse {
  /** @example "0199c0de-0000-7000-8000-0000000000ab" */
  id: string;

  /**
   * The last 4 characters of the secret, to tell secrets apart.
   * @example "k2Zd"
   */
  last4: string;

  /** @example "2026-11-01T09:30:00.000Z" */
  createdAt: string;

  /**
   * When it stops working; null means never.
   * @example null
   */
  expiresAt: string | null;

  /** The credential that made it; null when that is not known. */
  issuedWith: MakerResponse | null;
}

export class IssuedSecretResponse extends ClientSecretResponse {
  /**
   * The secret itself. It is only ever shown in this answer.
   * @example "gth_sec_…"
   */
  clientSecret: string;

  /**
   * When the secret stops working; null means never.
   * @example null
   */
  clientSecretExpiresAt: string | null;
}

export class ApplicationResponse {
  /** @example "0199c0de-0000-7000-8000-0000000000ac" */
  id: string;

  /** @example "Order sync" */
  name: string;

  /** @example "Copies orders to the warehouse every hour" */
  description: string;

  /**
   * The client id that it sends to /oauth/token.
   * @example "app_3f0c9a6be1d24d0f8a3b5c7d9e1f2a4b"
   */
  clientId: string;

  /**
   * The most that its tokens may do; null means everything that its owner's roles allow.
   * @example ["projects:read"]
   */
  scopes: string[] | null;

  /**
   * For an application that came from another user: the most that its tokens can do, which is what they could do at that moment.
   * Null means no such limit.
   * @example null
   */
  ceiling: string[] | null;

  /** @example "opaque" */
  tokenFormat: 'opaque' | 'jwt';

  /** @example 1209600 */
  tokenTtlSeconds: number;

  /**
   * When its secrets and tokens end, because a credential with that end registered it; null means never.
   * @example null
   */
  endsAt: string | null;

  /**
   * The id of the access token that registration or `POST …/token` made; null when there is none.
   * @example "0199c0de-0000-7000-8000-0000000000ff"
   */
  accessTokenId: string | null;

  /** The client secrets that work now, at most two. */
  secrets: ClientSecretResponse[];

  /**
   * When one of its tokens was last used, to within a few seconds: its access token, or a token that it got with a client secret.
   * Null means that none of the tokens still kept was used.
   * @example "2026-11-20T02:00:04.120Z"
   */
  lastUsedAt: string | null;

  /** @example "0199c0de-0000-7000-8000-0000000000aa" */
  ownerId: string;

  /** @example "0199c0de-0000-7000-8000-0000000000aa" */
  createdBy: string;

  /** Set on an application that came from another user, until its secrets and its access token have been renewed. */
  transferred: TransferResponse | null;

  /** @example "2026-11-01T09:30:00.000Z" */
  createdAt: string;

  /** @example "2026-11-01T09:30:00.000Z" */
  updatedAt: string;
}

export class RegisteredApplicationResponse extends ApplicationResponse {
  /**
   * The client secret. It is only ever shown in this answer.
   * @example "gth_sec_…"
   */
  clientSecret: string;

  /**
   * When the secret stops working: when the credential that registered the application ends. Null means never.
   * @example null
   */
  clientSecretExpiresAt: string | null;

  /**
   * An access token, unless `issueToken` was false. It is only ever shown in this answer.
   * @example "gth_app_…"
   */
  accessToken?: string;
}

export class ApplicationPageResponse {
  items: ApplicationResponse[];

  /**
   * Send it as `cursor` to get the next page; null on the last one.
   * @example null
   */
  nextCursor: string | null;
}

export class ApplicationTokenResponse {
  /**
   * The access token. It is only ever shown in this answer.
   * @example "gth_app_…"
   */
  accessToken: string;

  /**
   * The id of the token.
   * @example "0199c0de-0000-7000-8000-0000000000ff"
   */
  tokenId: string;

  /** @example "2026-12-06T09:30:00.000Z" */
  expiresAt: string;

  /**
   * Seconds until it expires.
   * @example 1209600
   */
  expiresIn: number;
}

export function clientSecretResponse(secret: ClientSecret, application: Application): ClientSecretResponse {
  return {
    id: secret.id,
    last4: secret.last4,
    createdAt: secret.createdAt.toISOString(),
    expiresAt: endOf(secret, application),
    issuedWith: makerResponse(secret.issuedWithKind, secret.issuedWith),
  };
}

/** A secret ends with its application unless it has an earlier end of its own. */
function endOf({ expiresAt }: ClientSecret, { endsAt }: Application): string | null {
  const ends = [expiresAt, endsAt].filter((end) => end !== null).map((end) => end.toISOString());
  return ends.sort()[0] ?? null;
}

export function issuedSecretResponse({ secret, value, application }: AddedSecret): IssuedSecretResponse {
  const shown = clientSecretResponse(secret, application);
  return { ...shown, clientSecret: value, clientSecretExpiresAt: shown.expiresAt };
}

export function applicationResponse({ application, secrets, lastUsedAt }: ShownApplication): ApplicationResponse {
  const { transferredFrom, transferredAt } = application;
  return {
    id: application.id,
    name: application.name,
    description: application.description,
    clientId: application.clientId,
    scopes: application.scopes,
    ceiling: application.ceiling,
    tokenFormat: application.tokenFormat,
    tokenTtlSeconds: application.tokenTtlSeconds,
    endsAt: application.endsAt?.toISOString() ?? null,
    accessTokenId: application.accessTokenId,
    secrets: secrets.map((secret) => clientSecretResponse(secret, application)),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    ownerId: application.ownerId,
    createdBy: application.createdBy,
    transferred:
      transferredFrom === null || transferredAt === null
        ? null
        : { from: transferredFrom, at: transferredAt.toISOString() },
    createdAt: application.createdAt.toISOString(),
    updatedAt: application.updatedAt.toISOString(),
  };
}

export function registeredResponse({ application, secret, accessToken }: Registered): RegisteredApplicationResponse {
  return {
    ...applicationResponse({ application, secrets: [secret.secret], lastUsedAt: null }),
    clientSecret: secret.value,
    clientSecretExpiresAt: endOf(secret.secret, application),
    ...(accessToken === null ? {} : { accessToken }),
  };
}

export function applicationTokenResponse(issued: IssuedApplicationToken): ApplicationTokenResponse {
  const { token, value, expiresAt, expiresIn } = issued;
  return { accessToken: value, tokenId: token.id, expiresAt: expiresAt.toISOString(), expiresIn };
}
