import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/transaction.js';
import type { Actor } from '../shared/authz/actor.js';
import { Clock } from '../shared/clock/clock.js';
import { sha256 } from '../shared/crypto/hashing.js';
import type { SiteId } from '../shared/ids/site-id.js';
import type { Application } from './application.entity.js';
import { applicationEnded, secretNotFound, tooManySecrets } from './applications.errors.js';
import type { ClientSecretRecord } from './applications.types.js';
import { ClientSecretFactory, type IssuedSecret } from './secrets/client-secret-factory.js';
import { ClientSecretRepository } from './secrets/client-secret.repository.js';
import { type ChangedApplication, OwnApplicationChange } from './changing/own-application-change.js';
import type { StandingAuthority } from '../shared/authz/authority.js';
import { ApplicationRules } from './changing/application-rules.js';
import { actorOf } from '../platform/audit/audit.types.js';
import type { Descendants, Ended } from '../shared/authz/descendants.response.js';
import { Lineage } from '../tokens/lineage.service.js';

const MOST_LIVE_SECRETS = 2;

export interface AddedSecret extends IssuedSecret {
  readonly application: Application;
}

/** The client secrets of applications. Two may be live, so that one can replace the other without a gap. */
@Injectable()
export class ClientSecrets {
  constructor(
    private readonly secrets: ClientSecretRepository,
    private readonly change: OwnApplicationChange,
    private readonly factory: ClientSecretFactory,
    private readonly rules: ApplicationRules,
    private readonly lineage: Lineage,
    private readonly clock: Clock,
  ) {}

  newClientId(): string {
    return this.factory.clientId();
  }

  async issue(tx: Tx, authority: StandingAuthority, application: Application): Promise<IssuedSecret> {
    const issued = this.factory.make(application, authority);
    await this.secrets.insert(tx, issued.secret);
    return issued;
  }

  /** Adds a secret. With a grace, the live secrets end after it; without one, they stay until they are deleted. */
  async add(actor: Actor, applicationId: string, graceSeconds: number | undefined): Promise<AddedSecret> {
    return this.change.run(actor, applicationId, 'application.secret_created', async (tx, application, principal) => {
      const authority = this.rules.authorityOver(principal);
      return this.addTo(tx, authority, application, graceSeconds);
    });
  }

  /** The same, within a change whose caller has the right to it. @throws applicationEnded, tooManySecrets */
  async addTo(
    tx: Tx,
    authority: StandingAuthority,
    application: Application,
    graceSeconds: number | undefined,
  ): Promise<ChangedApplication<AddedSecret>> {
    const { siteId, id, endsAt } = application;
    const now = this.clock.now();
    if (endsAt !== null && endsAt <= now) throw applicationEnded();
    if (graceSeconds !== undefined) {
      const end = new Date(now.getTime() + graceSeconds * 1000);
      await this.secrets.expireLive(tx, siteId, id, end);
    }
    if ((await this.secrets.live(siteId, [id], tx)).length >= MOST_LIVE_SECRETS) throw tooManySecrets();
    const issued = await this.issue(tx, authority, application);
    const details = { secretId: issued.secret.id, last4: issued.secret.last4, graceSeconds: graceSeconds ?? null };
    return { result: { ...issued, application }, details };
  }

  /** Finds the secret with this value, in any state. */
  byValue(site: SiteId, value: string): Promise<ClientSecretRecord | null> {
    return this.secrets.byHash(site, sha256(value));
  }

  /** Ends a secret for another module, in its transaction; returns how many were live before. */
  end(tx: Tx, site: SiteId, secretId: string): Promise<number> {
    return this.secrets.revoke(tx, site, { id: secretId });
  }

  async revoke(actor: Actor, applicationId: string, secretId: string, withDescendants: boolean): Promise<Ended> {
    return this.change.run(actor, applicationId, 'application.secret_revoked', async (tx, { siteId, id, ownerId }) => {
      const itself = await this.secrets.revoke(tx, siteId, { id: secretId, applicationId: id });
      if (itself === 0) throw secretNotFound();
      const roots = { siteId, ownerId, keys: [secretId] };
      const descendants = withDescendants ? await this.lineage.end(tx, roots, actorOf(actor)) : null;
      return { result: { itself, descendants }, details: { secretId, ...(descendants && { descendants }) } };
    });
  }

  /** What the secret fetched or made, directly or through others, of the same owner. */
  async countDescendants(actor: Actor, applicationId: string, secretId: string): Promise<Descendants> {
    return this.change.look(actor.principal, applicationId, async (tx, { siteId, id, ownerId }) => {
      const live = await this.secrets.live(siteId, [id], tx);
      if (!live.some((secret) => secret.id === secretId)) throw secretNotFound();
      return this.lineage.count(tx, { siteId, ownerId, keys: [secretId] });
    });
  }
}
