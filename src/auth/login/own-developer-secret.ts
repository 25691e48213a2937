import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.service.js';
import { type AuditAction, actorOf } from '../../platform/audit/audit.types.js';
import { Makers } from '../../platform/database/makers.js';
import type { Tx } from '../../platform/database/transaction.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../shared/authz/actor.js';
import { TokenRevocation } from '../../tokens/token-revocation.service.js';
import { DeveloperSecrets } from '../../directory/users/developer-secrets.service.js';
import { developerSecretNotFound } from '../../directory/users/users.errors.js';
import type { ShownSecret } from '../../directory/users/users.types.js';
import { PasswordProof } from './password-proof.service.js';

/** A person's own client secret, for the `Secret` scheme (contract §3). */
@Injectable()
export class OwnDeveloperSecret {
  constructor(
    private readonly secrets: DeveloperSecrets,
    private readonly tokens: TokenRevocation,
    private readonly makers: Makers,
    private readonly proof: PasswordProof,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  /**
   * @throws wrongPassword, rateLimited, developerSecretNotFound when it was revoked and not yet rotated,
   *   developerSecretUnreadable.
   */
  async reveal(actor: Actor, password: string): Promise<ShownSecret> {
    const { siteId, userId } = actor.principal;
    await this.proof.require(actor, password, 'developer_secret.revealed');
    const shown = await this.secrets.show(siteId, userId);
    if (shown === null) throw developerSecretNotFound();
    await this.unitOfWork.run((tx) => this.#record(tx, actor, 'developer_secret.revealed', { last4: shown.last4 }));
    return shown;
  }

  /** The previous secret stops working, and the sign-ins that were made with it end (contract §5). */
  async rotate(actor: Actor): Promise<ShownSecret> {
    // Locks the user: two rotations at once follow each other, and none comes after a suspension.
    return this.makers.run(actor.principal, async (tx, { siteId, userId: id }) => {
      const shown = await this.secrets.replace(tx, { id, siteId });
      const tokensRevoked = await this.tokens.signIns(tx, siteId, id);
      await this.#record(tx, actor, 'developer_secret.rotated', { last4: shown.last4, tokensRevoked });
      return shown;
    });
  }

  async #record(tx: Tx, actor: Actor, action: AuditAction, details: Readonly<Record<string, unknown>>): Promise<void> {
    const { siteId, userId, username } = actor.principal;
    const subject = { type: 'user', id: userId, name: username };
    await this.audit.record(tx, { siteId, action, outcome: 'success', actor: actorOf(actor), subject, details });
  }
}
