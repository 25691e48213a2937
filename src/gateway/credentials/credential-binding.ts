import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.service.js';
import { actorOf } from '../../platform/audit/audit.types.js';
import type { Tx } from '../../platform/database/transaction.js';
import type { Actor } from '../../shared/authz/actor.js';
import { Clock } from '../../shared/clock/clock.js';
import type { Credential } from './credential.entity.js';
import { CredentialRepository } from './credential.repository.js';
import { boundOrigins } from './administration/origins.js';

/** How long the user who gave a secret may choose its destination by using it, without giving it again. */
const FIRST_USE_MS = 60 * 60 * 1000;

/** A credential that a connection refers to, and the origin that the connection leads to. */
export interface WantedUse {
  readonly id: string;
  readonly origin: string;
  /** The version of the credential whose secret the actor has proved to know; null when they have not. */
  readonly provedVersion: number | null;
}

/** `unbound`: the secret is needed before the credential may be sent to this origin. */
export type Binding = 'bound' | 'unbound' | 'unknown';

/** Lets a connection use a credential at an origin, when the credential is bound to it or the actor may bind it (contract §9). */
@Injectable()
export class CredentialBinding {
  constructor(
    private readonly credentials: CredentialRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The credential stays as it is until the commit. */
  async bind(tx: Tx, actor: Actor, use: WantedUse): Promise<Binding> {
    const credential = await this.credentials.byIdForUpdate(tx, actor.principal.siteId, use.id);
    if (credential === null) return 'unknown';
    if (boundOrigins(credential).includes(use.origin)) return 'bound';
    const mayBind = use.provedVersion === credential.version || this.#isFirstUse(credential, actor);
    if (!mayBind) return 'unbound';
    await this.#add(tx, actor, credential, use.origin);
    return 'bound';
  }

  /** The user who gave a secret without naming its destination names it with the first connection. */
  #isFirstUse({ origins, secretSetBy, secretSetAt }: Credential, { principal }: Actor): boolean {
    const age = this.clock.now().getTime() - secretSetAt.getTime();
    return (origins ?? []).length === 0 && secretSetBy === principal.userId && age < FIRST_USE_MS;
  }

  async #add(tx: Tx, actor: Actor, credential: Credential, origin: string): Promise<void> {
    const { id, siteId, name, settings } = credential;
    const origins = [...(credential.origins ?? []), origin];
    await this.credentials.bind(tx, credential, origins, this.clock.now());
    await this.audit.record(tx, {
      siteId,
      action: 'credential.updated',
      outcome: 'success',
      actor: actorOf(actor),
      subject: { type: 'credential', id, name },
      details: { ...settings, origins: boundOrigins({ origins, settings }), secretChanged: false },
    });
  }
}
