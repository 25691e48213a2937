import { Injectable } from '@nestjs/common';
import { Clock } from '../shared/clock/clock.js';
import { InvitationFactory } from './invitation-factory.js';
import type { Invitation } from './invitation.entity.js';
import { InvitationRepository } from './invitation.repository.js';
import { forLogin } from './user-record.js';
import { UserRepository } from './user.repository.js';
import type { UserForLogin } from './users.types.js';

export type FoundInvitation =
  | { readonly reason: null; readonly user: UserForLogin; readonly invitation: Invitation }
  /** Why it can't be used; the user is null when it never was an invitation. */
  | { readonly reason: string; readonly user: UserForLogin | null };

/** Whose invitation a text is, and whether it can still be used. */
@Injectable()
export class InvitationCheck {
  constructor(
    private readonly factory: InvitationFactory,
    private readonly invitations: InvitationRepository,
    private readonly users: UserRepository,
    private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  async find(value: string): Promise<FoundInvitation> {
    const hash = this.factory.hashOf(value);
    const invitation = hash === null ? null : await this.invitations.byHash(hash);
    const row = invitation === null ? null : await this.users.byId(invitation.siteId, invitation.userId);
    if (invitation === null || row === null) return { reason: 'unknown', user: null };
    const user = forLogin(row);
    if (invitation.usedAt !== null) return { reason: 'used', user };
    if (invitation.expiresAt <= this.now()) return { reason: 'expired', user };
    if (user.status !== 'active') return { reason: 'user_suspended', user };
    return { reason: null, user, invitation };
  }
}
