import { Injectable } from '@nestjs/common';
import { anonymousActor } from '../../platform/audit/audit.types.js';
import { DenialLog } from '../../platform/audit/denial-log.js';
import type { RequestContext } from '../../shared/authz/actor.js';
import type { DomainError } from '../../shared/errors/domain-error.js';
import { invitationInvalid } from '../../directory/users/users.errors.js';
import type { UserName } from '../../directory/users/users.types.js';

/**
 * Links that could not be used. The holder gets the same answer whatever the reason; the audit log has the reason. Refusals come
 * as fast as a caller likes, so they are written later, and the same one only once a minute.
 */
@Injectable()
export class LinkRefusals {
  constructor(private readonly denials: DenialLog) {}

  /** The error to throw. A text that never was an invitation concerns nobody and would only fill the log. */
  of(
    { user, reason }: { readonly user: UserName | null; readonly reason: string },
    context: RequestContext,
  ): DomainError {
    if (user !== null) {
      const subject = { type: 'user', id: user.id, name: user.username };
      const denial = { action: 'invitation.accepted', outcome: 'denied', reason, subject } as const;
      this.denials.record({ siteId: user.siteId, actor: anonymousActor(context), ...denial });
    }
    return invitationInvalid();
  }
}
