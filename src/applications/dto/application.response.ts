import { TransferResponse } from '../../shared/authz/transfer.response.js';
import type { ShownApplication } from '../applications.service.js';
import type { IssuedApplicationToken } from '../application-tokens.service.js';
import type { ClientSecret } from '../client-secret.entity.js';
import type { IssuedSecret } from '../client-secret-factory.js';
import type { Registered } from '../registration-parts.js';

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
   * When it stops working; null is never.
   * @example null
   */
  expiresAt: string | null;
}

export class IssuedSecretResponse extends ClientSecretResponse {
  /**
   * The secret itself. This answer is the only one that ever holds it.
   * @example "gth_sec_…"
   */
  clientSecret: string;
}

export class ApplicationResponse {
  /** @example "0199c0de-0000-7000-8000-0000000000ac" */
  id: string;

  /** @example "Order sync" */
  name: string;

  /** @example "Copies orders to the warehouse every hour" */
  description: string;

  /**
   * What it names itself by at /oauth/token.
   * @example "app_3f0c9a6be1d24d0f8a3b5c7d9e1f2a4b"
   */
  clientId: string;

  /**
   * The most that its tokens may do; null is all that its owner's roles give.
   * @example ["projects:read"]
   */
  scopes: string[] | null;

  /**
   * For what came from another user, the most that its tokens can do: what they could do at that moment. Null is no such
   * bound.
   * @example null
   */
  ceiling: string[] | null;

  /** @example "opaque" */
  tokenFormat: 'opaque' | 'jwt';

  /** @example 1209600 */
  tokenTtlSeconds: number;

  /**
   * The id of the access token that was made by registering or by `POST …/token`; null when there is none.
   * @example "0199c0de-0000-7000-8000-0000000000ff"
   */
  accessTokenId: string | null;

  /** The client secrets that work now, at most two. */
  secrets: ClientSecretResponse[];

  /**
   * When one of its tokens was last used, to within some seconds: its access token, or one that it got with a client secret.
   * Null is that none of those that are kept was.
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
   * The client secret. This answer is the only one that ever holds it.
   * @example "gth_sec_…"
   */
  clientSecret: string;

  /**
   * An access token, unless `issueToken` was false. This answer is the only one that ever holds it.
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
   * The access token. This answer is the only one that ever holds it.
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

export function clientSecretResponse(secret: ClientSecret): ClientSecretResponse {
  return {
    id: secret.id,
    last4: secret.last4,
    createdAt: secret.createdAt.toISOString(),
    expiresAt: secret.expiresAt?.toISOString() ?? null,
  };
}

export function issuedSecretResponse({ secret, value }: IssuedSecret): IssuedSecretResponse {
  return { ...clientSecretResponse(secret), clientSecret: value };
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
    accessTokenId: application.accessTokenId,
    secrets: secrets.map(clientSecretResponse),
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
    ...(accessToken === null ? {} : { accessToken }),
  };
}

export function applicationTokenResponse(issued: IssuedApplicationToken): ApplicationTokenResponse {
  const { token, value, expiresAt, expiresIn } = issued;
  return { accessToken: value, tokenId: token.id, expiresAt: expiresAt.toISOString(), expiresIn };
}
