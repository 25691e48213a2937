import { Injectable } from '@nestjs/common';
import type { Actor } from '../shared/authz/actor.js';
import { Clock } from '../shared/clock/clock.js';
import { MintingRules } from '../tokens/minting-rules.js';
import { ceilingStands } from '../tokens/tokens.errors.js';
import { ApplicationRules } from './application-rules.js';
import type { IssuedApplicationToken } from './application-tokens.service.js';
import type { Application } from './application.entity.js';
import { ApplicationRepository } from './application.repository.js';
import { CurrentAccessToken } from './current-access-token.js';
import type { UpdateApplicationRequest } from './dto/update-application.request.js';
import { OwnApplicationChange } from './own-application-change.js';

/** Changes of one's own application: its settings, its access token. */
@Injectable()
export class ApplicationChanges {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly change: OwnApplicationChange,
    private readonly minting: MintingRules,
    private readonly rules: ApplicationRules,
    private readonly currentToken: CurrentAccessToken,
    private readonly clock: Clock,
  ) {}

  /**
   * A narrower scope ceiling narrows the application's live tokens with the next request. What a transfer bound them to stays,
   * unless the owner lifts it by name.
   */
  async update(actor: Actor, id: string, request: UpdateApplicationRequest): Promise<void> {
    await this.change.run(actor, id, 'application.updated', async (tx, application) => {
      const { scopes: wanted, liftCeiling = false, ...settings } = request;
      this.rules.requireNoLonger(actor.principal, application, settings.tokenTtlSeconds);
      if (settings.tokenTtlSeconds !== undefined)
        await this.rules.timeToLive(application.siteId, settings.tokenTtlSeconds, tx);
      const patch: Partial<Application> = { ...settings };
      if (liftCeiling && application.ceiling !== null) {
        if (actor.principal.credential.kind !== 'session') throw ceilingStands();
        patch.ceiling = null;
      }
      if (wanted !== undefined) {
        const scopes = await this.minting.scopes(actor.principal, wanted);
        patch.scopes = scopes && [...scopes];
      }
      await this.applications.update(tx, application.siteId, id, { ...patch, updatedAt: this.clock.now() });
      return { result: undefined, details: { ...patch } };
    });
  }

  /** Creates the access token, or makes it anew: the one before dies with the same commit. */
  async renewToken(actor: Actor, id: string): Promise<IssuedApplicationToken> {
    return this.change.run(actor, id, 'application.token_issued', async (tx, application) => {
      const issued = await this.currentToken.replace(tx, actor, application);
      const details = { tokenId: issued.token.id, last4: issued.token.last4, replaced: application.accessTokenId };
      return { result: issued, details };
    });
  }
}
