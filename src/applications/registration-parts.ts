import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction.js';
import type { Actor } from '../shared/authz/actor.js';
import { Clock } from '../shared/clock/clock.js';
import { Ids } from '../shared/ids/ids.js';
import type { Application } from './application.entity.js';
import { ApplicationRepository } from './application.repository.js';
import type { IssuedSecret } from './client-secret-factory.js';
import { ClientSecrets } from './client-secrets.service.js';
import { CurrentAccessToken } from './current-access-token.js';

export interface Registration {
  readonly name: string;
  readonly description: string;
  readonly scopes: readonly string[] | null;
  readonly tokenFormat: Application['tokenFormat'];
  readonly tokenTtlSeconds: number;
  /** Whether to issue an access token along with the secret. */
  readonly issueToken: boolean;
}

export interface Registered {
  readonly application: Application;
  readonly secret: IssuedSecret;
  /** The access token itself; in this object and in the answer, and nowhere else. */
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

  async make(tx: Tx, actor: Actor, wanted: Registration): Promise<Registered> {
    const application = this.#row(actor, wanted);
    await this.applications.insert(tx, application);
    const secret = await this.secrets.issue(tx, application);
    if (!wanted.issueToken) return { application, secret, accessToken: null };
    const { token, value } = await this.currentToken.replace(tx, actor, application);
    return { application: { ...application, accessTokenId: token.id }, secret, accessToken: value };
  }

  #row({ principal }: Actor, wanted: Registration): Application {
    const now = this.clock.now();
    return {
      id: this.ids.next(),
      siteId: principal.siteId,
      ownerId: principal.userId,
      createdBy: principal.userId,
      name: wanted.name,
      description: wanted.description,
      clientId: this.secrets.newClientId(),
      scopes: wanted.scopes && [...wanted.scopes],
      ceiling: null,
      tokenFormat: wanted.tokenFormat,
      tokenTtlSeconds: wanted.tokenTtlSeconds,
      accessTokenId: null,
      transferredFrom: null,
      transferredAt: null,
      createdAt: now,
      updatedAt: now,
      deletedAt: null,
    };
  }
}
