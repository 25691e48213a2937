import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/transaction.js';
import { Clock } from '../../shared/clock/clock.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import { InvitationRepository } from './invitations/invitation.repository.js';

/** A link that strangers may have read, and the user that it lets in. */
export interface ExposedInvitation {
  readonly id: string;
  readonly siteId: SiteId;
  readonly userId: string;
}

/** Exposed invitation links, for the module that ends exposed credentials and audits their end. */
@Injectable()
export class ExposedInvitations {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly clock: Clock,
  ) {}

  /** The invitations of these hashes that let somebody in, now or after their user is resumed. */
  open(hashes: readonly string[]): Promise<readonly ExposedInvitation[]> {
    return this.invitations.openByHashes(hashes, this.clock.now());
  }

  /** Answers whether the invitation was open until now. */
  withdraw(tx: Tx, siteId: SiteId, id: string): Promise<boolean> {
    return this.invitations.withdrawOne(tx, siteId, id);
  }
}
