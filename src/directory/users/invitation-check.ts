import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/transaction.js';
import { Clock } from '../../shared/clock/clock.js';
import { InvitationFactory } from './invitations/invitation-factory.js';
import { InvitationRepository } from './invitations/invitation.repository.js';
import { forLogin } from './user-record.js';
import { UserRepository } from './user.repository.js';
import type { OpenLink, UserForLogin } from './users.types.js';

export type FoundInvitation =
  | { readonly reason: null; readonly user: UserForLogin; readonly link: OpenLink }
  /** Why the text can't be used; the user is null when the text was never an invitation. */
  | { readonly reason: string; readonly user: UserForLogin | null };

/**
 * Finds the invitation that a text is, checks whether it is over, and lets it be used once. auth/login/link-judgement.ts decides
 * who may use it.
 */
@Injectable()
export class InvitationCheck {
  constructor(
    private readonly factory: InvitationFactory,
    private readonly invitations: InvitationRepository,
    private readonly users: UserRepository,
    private readonly clock: Clock,
  ) {}

  async find(text: string): Promise<FoundInvitation> {
    const hash = await this.factory.hashIn(text);
    const invitation = hash === null ? null : await this.invitations.byHash(hash);
    const row = invitation === null ? null : await this.users.byId(invitation.siteId, invitation.userId);
    if (invitation === null || row === null) return { reason: 'unknown', user: null };
    const user = forLogin(row);
    if (invitation.usedAt !== null) return { reason: 'used', user };
    if (invitation.expiresAt <= this.clock.now()) return { reason: 'expired', user };
    if (user.status !== 'active') return { reason: 'user_suspended', user };
    return { reason: null, user, link: invitation };
  }

  /** Answers whether this call used the link: of two calls at once, one does. */
  use(tx: Tx, link: OpenLink): Promise<boolean> {
    return this.invitations.markUsed(tx, link, this.clock.now());
  }
}
