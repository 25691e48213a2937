import { Injectable } from '@nestjs/common';
import { actorOf } from '../audit/audit.types.js';
import type { Page } from '../database/page.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { PageQuery } from '../http/paging.js';
import type { Actor } from '../shared/authz/actor.js';
import type { Principal } from '../shared/authz/principal.js';
import type { Session } from './session.entity.js';
import { SessionRepository } from './session.repository.js';
import { sessionNotFound, sessionOutOfReach } from './sessions.errors.js';
import { Sessions } from './sessions.service.js';

/** What a person may do about their own sessions. */
@Injectable()
export class OwnSessions {
  constructor(
    private readonly repository: SessionRepository,
    private readonly sessions: Sessions,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  list({ siteId, userId }: Principal, { limit, cursor }: PageQuery): Promise<Page<Session>> {
    return this.repository.liveOf(siteId, userId, { limit, cursor });
  }

  async end(actor: Actor, id: string): Promise<void> {
    const { siteId, userId } = actor.principal;
    requireReach(actor.principal);
    const ended = await this.unitOfWork.run((tx) =>
      this.sessions.end(tx, { siteId, userId, id }, 'ended_by_user', actorOf(actor)),
    );
    if (!ended) throw sessionNotFound();
  }

  /** Ends all sessions but the one that asks; answers how many that were. For a token every session is another. */
  async endOthers(actor: Actor): Promise<number> {
    const { siteId, userId: id, username, credential } = actor.principal;
    requireReach(actor.principal);
    const others = { siteId, id, username, keep: credential.id };
    return this.unitOfWork.run((tx) => this.sessions.endOthers(tx, others, actorOf(actor)));
  }
}

/** A sign-in is the person's own whole power: what was narrowed may not end it. */
function requireReach({ credential }: Principal): void {
  if (credential.kind !== 'session' && !credential.unbounded) throw sessionOutOfReach();
}
