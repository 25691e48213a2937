import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.service.js';
import { actorOf } from '../../platform/audit/audit.types.js';
import type { Actor } from '../../shared/authz/actor.js';
import { MintingRules } from '../../tokens/minting-rules.js';
import { ApplicationRules } from '../changing/application-rules.js';
import { type Registered, type Registering, type Registration, RegistrationParts } from './registration-parts.js';
import type { Principal } from '../../shared/authz/principal.js';
import type { Tx } from '../../platform/database/transaction.js';
import { Makers } from '../../platform/database/makers.js';
import { ServiceAccountRules } from '../../tokens/service-account-rules.js';
import { ownerNotActive } from '../../tokens/tokens.errors.js';

export interface WantedRegistration extends Omit<Registration, 'tokenTtlSeconds'> {
  /** Null means the usual lifetime, within the policy of the site. */
  readonly tokenTtlSeconds: number | null;
}

/** Registers an application: its row, its first secret and, unless declined, its access token. One transaction. */
@Injectable()
export class ApplicationRegistration {
  constructor(
    private readonly parts: RegistrationParts,
    private readonly rules: ApplicationRules,
    private readonly minting: MintingRules,
    private readonly accounts: ServiceAccountRules,
    private readonly makers: Makers,
    private readonly audit: Audit,
  ) {}

  async register(actor: Actor, wanted: WantedRegistration): Promise<Registered> {
    const settled = await this.#settle(actor.principal, wanted);
    return this.makers.run(actor.principal, async (tx, principal) => {
      const { siteId, userId, scopes: held } = principal;
      const authority = this.rules.authorityOver(principal);
      const by = { siteId, ownerId: userId, createdBy: userId, held, ceiling: null, authority };
      return this.#make(tx, actor, by, settled);
    });
  }

  /** For a service account. It never signs in, so an administrator registers its applications. */
  async registerFor(actor: Actor, accountId: string, wanted: WantedRegistration): Promise<Registered> {
    const settled = await this.#settle(actor.principal, wanted);
    return this.makers.run(actor.principal, async (tx, principal) => {
      const authority = this.rules.authorityOver(principal);
      const { account, held, ceiling } = await this.accounts.requireMayMintFor(
        tx,
        principal,
        accountId,
        settled.scopes,
      );
      if (account.status !== 'active') throw ownerNotActive();
      const by = {
        siteId: principal.siteId,
        ownerId: account.id,
        createdBy: principal.userId,
        held,
        ceiling,
        authority,
      };
      return this.#make(tx, actor, by, settled);
    });
  }

  async #settle(principal: Principal, wanted: WantedRegistration): Promise<Registration> {
    this.rules.requireMayRegister(principal);
    const tokenTtlSeconds = await this.rules.timeToLive(principal.siteId, wanted.tokenTtlSeconds);
    return { ...wanted, tokenTtlSeconds, scopes: await this.minting.scopes(principal, wanted.scopes) };
  }

  async #make(tx: Tx, actor: Actor, by: Registering, wanted: Registration): Promise<Registered> {
    const registered = await this.parts.make(tx, by, wanted);
    const { application, secret } = registered;
    const { id, name, clientId, scopes, tokenFormat, tokenTtlSeconds, endsAt, accessTokenId: tokenId } = application;
    await this.audit.record(tx, {
      siteId: by.siteId,
      action: 'application.created',
      outcome: 'success',
      actor: actorOf(actor),
      subject: { type: 'application', id, name },
      details: {
        clientId,
        scopes,
        tokenFormat,
        tokenTtlSeconds,
        endsAt,
        secretId: secret.secret.id,
        tokenId,
        ...(by.ownerId !== by.createdBy && { ownerId: by.ownerId }),
      },
    });
    return registered;
  }
}
