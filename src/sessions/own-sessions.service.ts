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
    const { siteId, userId, credential } = actor.principal;
    if (credential.kind !== 'session' && !credential.unbounded) throw sessionOutOfReach();
    const ended = await this.unitOfWork.run((tx) =>
      this.sessions.end(tx, { siteId, userId, id }, 'ended_by_user', actorOf(actor)),
    );
    if (!ended) throw sessionNotFound();
  }
}
