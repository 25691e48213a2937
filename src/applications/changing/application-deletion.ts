import { Injectable } from '@nestjs/common';
import { actorOf } from '../../platform/audit/audit.types.js';
import type { Tx } from '../../platform/database/transaction.js';
import type { Actor } from '../../shared/authz/actor.js';
import type { Descendants, Ended } from '../../shared/authz/descendants.response.js';
import { Lineage, type LineageRoots } from '../../tokens/lineage.service.js';
import { TokenRevocation } from '../../tokens/token-revocation.service.js';
import type { Application } from '../application.entity.js';
import { ApplicationRepository } from '../application.repository.js';
import { ClientSecretRepository } from '../secrets/client-secret.repository.js';
import { OwnApplicationChange } from './own-application-change.js';

/**
 * Deletes an application: its secrets and all its tokens end with the same commit and, on request, everything that these made.
 */
@Injectable()
export class ApplicationDeletion {
  constructor(
    private readonly change: OwnApplicationChange,
    private readonly applications: ApplicationRepository,
    private readonly secrets: ClientSecretRepository,
    private readonly revocation: TokenRevocation,
    private readonly lineage: Lineage,
  ) {}

  async delete(actor: Actor, id: string, withDescendants: boolean): Promise<Ended> {
    return this.change.run(actor, id, 'application.deleted', async (tx, application) => {
      const { siteId, clientId } = application;
      const roots = await this.#roots(tx, application);
      const descendants = withDescendants ? await this.lineage.end(tx, roots, actorOf(actor)) : null;
      await this.applications.delete(tx, siteId, id);
      const secretsRevoked = await this.secrets.revokeAll(tx, siteId, id);
      const tokensRevoked = await this.revocation.allOfApplication(tx, siteId, id, 'application_deleted');
      const details = { clientId, secretsRevoked, tokensRevoked, ...(descendants && { descendants }) };
      return { result: { itself: secretsRevoked + tokensRevoked, descendants }, details };
    });
  }

  /** What its tokens and secrets made, directly or through others, of the same owner, apart from its own tokens and secrets. */
  async countDescendants(actor: Actor, id: string): Promise<Descendants> {
    return this.change.look(actor.principal, id, async (tx, application) =>
      this.lineage.count(tx, await this.#roots(tx, application)),
    );
  }

  async #roots(tx: Tx, { siteId, id, ownerId }: Application): Promise<LineageRoots> {
    return { siteId, ownerId, exceptApplicationId: id, keys: await this.lineage.ofApplication(tx, siteId, id) };
  }
}
