import { Injectable } from '@nestjs/common';
import { actorOf } from '../../platform/audit/audit.types.js';
import type { Page } from '../../platform/database/page.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { PageQuery } from '../../shared/paging.js';
import type { Actor } from '../../shared/authz/actor.js';
import type { Principal } from '../../shared/authz/principal.js';
import { sessionNotFound, sessionOutOfReach } from '../../directory/sessions/sessions.errors.js';
import { Sessions } from '../../directory/sessions/sessions.service.js';
import type { SessionRecord } from '../../directory/sessions/sessions.types.js';
import { TokenRevocation } from '../../tokens/token-revocation.service.js';

/** What people may do with their own sessions. */
@Injectable()
export class OwnSessions {
  constructor(
    private readonly sessions: Sessions,
    private readonly tokens: TokenRevocation,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  list({ siteId, userId }: Principal, { limit, cursor }: PageQuery): Promise<Page<SessionRecord>> {
    return this.sessions.page(siteId, userId, { limit, cursor });
  }

  async end(actor: Actor, id: string): Promise<void> {
    const { siteId, userId } = actor.principal;
    requireReach(actor.principal);
    const ended = await this.unitOfWork.run((tx) =>
      this.sessions.end(tx, { siteId, userId, id }, 'ended_by_user', actorOf(actor)),
    );
    if (!ended) throw sessionNotFound();
  }

  /**
   * Ends all sessions except the calling one, and the person's sign-in tokens; returns how many sessions ended. For a token,
   * every session counts as another one.
   */
  async endOthers(actor: Actor): Promise<number> {
    const { siteId, userId: id, username, credential } = actor.principal;
    requireReach(actor.principal);
    const others = { siteId, id, username, keep: credential.id };
    return this.unitOfWork.run(async (tx) => {
      const tokensRevoked = await this.tokens.signIns(tx, siteId, id);
      return this.sessions.endOthers(tx, others, actorOf(actor), { tokensRevoked });
    });
  }
}

/** A sign-in carries the person's full power, so a narrowed credential may not end it. */
function requireReach({ credential }: Principal): void {
  if (credential.kind !== 'session' && !credential.unbounded) throw sessionOutOfReach();
}
