import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { actorOf } from '../audit/audit.types.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Actor } from '../shared/authz/actor.js';
import { MintingRules } from '../tokens/minting-rules.js';
import { ApplicationRules } from './application-rules.js';
import { type Registered, type Registration, RegistrationParts } from './registration-parts.js';

export interface WantedRegistration extends Omit<Registration, 'tokenTtlSeconds'> {
  /** Null: as long as is usual, and the policy of the site allows. */
  readonly tokenTtlSeconds: number | null;
}

/** Registers an application: its row, its first secret and, unless declined, its access token. One transaction. */
@Injectable()
export class ApplicationRegistration {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly parts: RegistrationParts,
    private readonly rules: ApplicationRules,
    private readonly minting: MintingRules,
    private readonly audit: Audit,
  ) {}

  async register(actor: Actor, wanted: WantedRegistration): Promise<Registered> {
    const { principal } = actor;
    this.rules.requireMayRegister(principal);
    const tokenTtlSeconds = await this.rules.timeToLive(principal.siteId, wanted.tokenTtlSeconds);
    const scopes = await this.minting.scopes(principal, wanted.scopes);
    return this.unitOfWork.run(async (tx) => {
      await this.minting.requireActiveOwner(tx, principal.siteId, principal.userId);
      const registered = await this.parts.make(tx, actor, { ...wanted, tokenTtlSeconds, scopes });
      const { application, secret } = registered;
      await this.audit.record(tx, {
        siteId: principal.siteId,
        action: 'application.created',
        outcome: 'success',
        actor: actorOf(actor),
        subject: { type: 'application', id: application.id, name: application.name },
        details: {
          clientId: application.clientId,
          scopes,
          tokenFormat: application.tokenFormat,
          tokenTtlSeconds: application.tokenTtlSeconds,
          secretId: secret.secret.id,
          tokenId: application.accessTokenId,
        },
      });
      return registered;
    });
  }
}
