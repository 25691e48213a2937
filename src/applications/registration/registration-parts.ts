import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/transaction.js';
import { Clock } from '../../shared/clock/clock.js';
import { Ids } from '../../shared/ids/ids.js';
import type { Application } from '../application.entity.js';
import { ApplicationRepository } from '../application.repository.js';
import type { IssuedSecret } from '../secrets/client-secret-factory.js';
import { ClientSecrets } from '../client-secrets.service.js';
import { CurrentAccessToken, type TokenMaking } from '../changing/current-access-token.js';
import type { SiteId } from '../../shared/ids/site-id.js';

export interface Registration {
  readonly name: string;
  readonly description: string;
  readonly scopes: readonly string[] | null;
  readonly tokenFormat: Application['tokenFormat'];
  readonly tokenTtlSeconds: number;
  /** Whether to issue an access token along with the secret. */
  readonly issueToken: boolean;
}

/**
 * Who will own the application, and on whose authority it is registered: the application ends with that authority (contract §1).
 */
export interface Registering extends TokenMaking {
  readonly siteId: SiteId;
  readonly ownerId: string;
  /** A further limit besides its scopes (tokens/service-account-rules.ts). */
  readonly ceiling: readonly string[] | null;
}

export interface Registered {
  readonly application: Application;
  readonly secret: IssuedSecret;
  /** The access token itself. It exists in this object and in the answer, and nowhere else. */
  readonly accessToken: string | null;
}

/** Makes the rows of a registration. */
@Injectable()
export class RegistrationParts {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly secrets: ClientSecrets,
    private readonly currentToken: CurrentAccessToken,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async make(tx: Tx, by: Registering, wanted: Registration): Promise<Registered> {
    const application = this.#row(by, wanted);
    await this.applications.insert(tx, application);
    const secret = await this.secrets.issue(tx, by.authority, application);
    if (!wanted.issueToken) return { application, secret, accessToken: null };
    const { token, value } = await this.currentToken.replace(tx, by, application);
    return { application: { ...application, accessTokenId: token.id }, secret, accessToken: value };
  }

  #row({ siteId, ownerId, createdBy, ceiling, authority }: Registering, wanted: Registration): Application {
    const now = this.clock.now();
    return {
      id: this.ids.next(),
      siteId,
      ownerId,
      createdBy,
      name: wanted.name,
      description: wanted.description,
      clientId: this.secrets.newClientId(),
      scopes: wanted.scopes && [...wanted.scopes],
      ceiling: ceiling && [...ceiling],
      tokenFormat: wanted.tokenFormat,
      tokenTtlSeconds: wanted.tokenTtlSeconds,
      endsAt: authority.endsAt,
      accessTokenId: null,
      transferredFrom: null,
      transferredAt: null,
      createdAt: now,
      updatedAt: now,
      deletedAt: null,
    };
  }
}
