import { Injectable } from '@nestjs/common';
import type { Actor } from '../../shared/authz/actor.js';
import { MintingRules } from '../../tokens/minting-rules.js';
import { ApplicationRules } from './application-rules.js';
import type { Application } from '../application.entity.js';
import { ApplicationRepository } from '../application.repository.js';
import type { UpdateApplicationRequest } from '../dto/update-application.request.js';
import { OwnApplicationChange } from './own-application-change.js';
import { timeOrNull } from '../../shared/validation/time.decorator.js';
import { ApplicationWidening } from './application-widening.js';

/** Changes the settings of one's own application. */
@Injectable()
export class ApplicationChanges {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly change: OwnApplicationChange,
    private readonly minting: MintingRules,
    private readonly rules: ApplicationRules,
    private readonly widening: ApplicationWidening,
  ) {}

  /**
   * A narrower scope ceiling narrows the application's live tokens with the next request. The ceiling of a transfer stays unless
   * the owner lifts it explicitly.
   */
  async update(actor: Actor, id: string, request: UpdateApplicationRequest): Promise<void> {
    await this.change.run(actor, id, 'application.updated', async (tx, application, principal) => {
      const { scopes: wanted, liftCeiling = false, endsAt, ...settings } = request;
      if (settings.tokenTtlSeconds !== undefined)
        await this.rules.timeToLive(application.siteId, settings.tokenTtlSeconds, tx);
      const patch: Partial<Application> = { ...settings };
      if (endsAt !== undefined) patch.endsAt = timeOrNull(endsAt);
      if (wanted !== undefined) {
        const scopes = await this.minting.scopes(principal, wanted);
        patch.scopes = scopes && [...scopes];
      }
      if (liftCeiling && application.ceiling !== null) patch.ceiling = null;
      const tokensEnded = await this.widening.require(tx, principal, application, patch);
      await this.applications.edit(tx, application.siteId, id, patch);
      return { result: undefined, details: { ...patch, ...(tokensEnded.length > 0 && { tokensEnded }) } };
    });
  }
}
