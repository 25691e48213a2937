import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction.js';
import type { Actor } from '../shared/authz/actor.js';
import { Clock } from '../shared/clock/clock.js';
import { sha256 } from '../shared/crypto/hashing.js';
import type { SiteId } from '../shared/ids/site-id.js';
import type { Application } from './application.entity.js';
import { secretNotFound, tooManySecrets } from './applications.errors.js';
import type { ClientSecretRecord } from './applications.types.js';
import { ClientSecretFactory, type IssuedSecret } from './client-secret-factory.js';
import { ClientSecretRepository } from './client-secret.repository.js';
import { OwnApplicationChange } from './own-application-change.js';

const MOST_LIVE_SECRETS = 2;

/** The client secrets of applications: two may be live, so that one can replace the other without a gap. */
@Injectable()
export class ClientSecrets {
  constructor(
    private readonly secrets: ClientSecretRepository,
    private readonly change: OwnApplicationChange,
    private readonly factory: ClientSecretFactory,
    private readonly clock: Clock,
  ) {}

  newClientId(): string {
    return this.factory.clientId();
  }

  async issue(tx: Tx, application: Application): Promise<IssuedSecret> {
    const issued = this.factory.make(application);
    await this.secrets.insert(tx, issued.secret);
    return issued;
  }

  /** A further secret. With a grace the live ones end after it; without, they stay until they are deleted. */
  async add(actor: Actor, applicationId: string, graceSeconds: number | undefined): Promise<IssuedSecret> {
    return this.change.run(actor, applicationId, 'application.secret_created', async (tx, application) => {
      const { siteId, id } = application;
      if (graceSeconds !== undefined) {
        const end = new Date(this.clock.now().getTime() + graceSeconds * 1000);
        await this.secrets.expireLive(tx, siteId, id, end);
      }
      if ((await this.secrets.live(siteId, [id], tx)).length >= MOST_LIVE_SECRETS) throw tooManySecrets();
      const issued = await this.issue(tx, application);
      const details = { secretId: issued.secret.id, last4: issued.secret.last4, graceSeconds: graceSeconds ?? null };
      return { result: issued, details };
    });
  }

  /** The secret that a text is, whatever its state. */
  byValue(site: SiteId, value: string): Promise<ClientSecretRecord | null> {
    return this.secrets.byHash(site, sha256(value));
  }

  /** Ends a secret for another module, in its transaction; answers how many were live before. */
  end(tx: Tx, site: SiteId, secretId: string): Promise<number> {
    return this.secrets.revoke(tx, site, { id: secretId });
  }

  async revoke(actor: Actor, applicationId: string, secretId: string): Promise<void> {
    await this.change.run(actor, applicationId, 'application.secret_revoked', async (tx, { siteId, id }) => {
      const revoked = await this.secrets.revoke(tx, siteId, { id: secretId, applicationId: id });
      if (revoked === 0) throw secretNotFound();
      return { result: undefined, details: { secretId } };
    });
  }
}
