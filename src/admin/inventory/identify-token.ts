import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.service.js';
import { actorOf } from '../../platform/audit/audit.types.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../shared/authz/actor.js';
import { Clock } from '../../shared/clock/clock.js';
import { UserDirectory } from '../../directory/users/user-directory.service.js';
import { CredentialLookup, type FoundCredential } from './credential-lookup.js';

export interface Identified extends FoundCredential {
  readonly state: 'active' | 'expired' | 'revoked';
  /** Null when the owner was removed. */
  readonly username: string | null;
}

/** Finds the owner of a found token or secret. The lookup is audited, because it looks at what belongs to somebody else. */
@Injectable()
export class IdentifyToken {
  constructor(
    private readonly lookup: CredentialLookup,
    private readonly users: UserDirectory,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws tokenNotFound, validationFailed */
  async identify(actor: Actor, text: string): Promise<Identified> {
    const { siteId } = actor.principal;
    const found = await this.lookup.inText(siteId, text);
    const { type, id, name, last4, ownerId } = found;
    await this.unitOfWork.run((tx) =>
      this.audit.record(tx, {
        siteId,
        action: 'credential.identified',
        outcome: 'success',
        actor: actorOf(actor),
        subject: { type, id, name },
        details: { last4, ownerId },
      }),
    );
    const usernames = await this.users.usernames(siteId, [ownerId]);
    return { ...found, state: stateOf(found, this.clock.now()), username: usernames.get(ownerId) ?? null };
  }
}

function stateOf({ revokedAt, endsAt }: FoundCredential, now: Date): Identified['state'] {
  if (revokedAt !== null) return 'revoked';
  return endsAt !== null && endsAt <= now ? 'expired' : 'active';
}
