import { Injectable } from '@nestjs/common';
import type { Actor } from '../shared/authz/actor.js';
import { Clock } from '../shared/clock/clock.js';
import { TokenRevocation } from '../tokens/token-revocation.service.js';
import { ApplicationRepository } from './application.repository.js';
import { ClientSecretRepository } from './client-secret.repository.js';
import { OwnApplicationChange } from './own-application-change.js';

/** Deletes an application: its secrets and all its tokens die with the same commit. */
@Injectable()
export class ApplicationDeletion {
  constructor(
    private readonly change: OwnApplicationChange,
    private readonly applications: ApplicationRepository,
    private readonly secrets: ClientSecretRepository,
    private readonly revocation: TokenRevocation,
    private readonly clock: Clock,
  ) {}

  async delete(actor: Actor, id: string): Promise<void> {
    await this.change.run(actor, id, 'application.deleted', async (tx, { siteId, clientId }) => {
      const now = this.clock.now();
      await this.applications.update(tx, siteId, id, { deletedAt: now, updatedAt: now });
      const secretsRevoked = await this.secrets.revokeAll(tx, siteId, id);
      const tokensRevoked = await this.revocation.allOfApplication(tx, siteId, id, 'application_deleted');
      return { result: undefined, details: { clientId, secretsRevoked, tokensRevoked } };
    });
  }
}
