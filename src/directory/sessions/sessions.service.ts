import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.service.js';
import { type AuditActor, userActor } from '../../platform/audit/audit.types.js';
import type { Page } from '../../platform/database/page.js';
import type { Tx } from '../../platform/database/transaction.js';
import type { RequestContext } from '../../shared/authz/actor.js';
import { Clock } from '../../shared/clock/clock.js';
import { Ids } from '../../shared/ids/ids.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import { SessionUse } from './session-use.service.js';
import type { Session } from './session.entity.js';
import { SessionRepository } from './session.repository.js';
import {
  type LiveSession,
  SESSION_LIFETIME_MS,
  type SessionEnd,
  type SessionRecord,
  type SessionUser,
} from './sessions.types.js';

/** Starts and ends sign-ins. Audits each in the unit of work that makes the change. */
@Injectable()
export class Sessions {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly use: SessionUse,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Starts a session with an id that was never used before (OWASP ASVS 7.2.4). */
  async start(tx: Tx, user: SessionUser, context: RequestContext): Promise<LiveSession> {
    const now = this.clock.now();
    const session: Session = {
      id: this.ids.next(),
      siteId: user.siteId,
      userId: user.id,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + SESSION_LIFETIME_MS),
      confirmedAt: now,
      address: context.address,
      userAgent: context.userAgent,
      endedAt: null,
      endReason: null,
    };
    await this.sessions.insert(tx, session);
    await this.audit.record(tx, {
      siteId: user.siteId,
      action: 'session.started',
      outcome: 'success',
      actor: userActor(user, context),
      subject: { type: 'session', id: session.id },
    });
    return session;
  }

  /** The session of that id, unless it has ended or reached a limit. */
  live(id: string): Promise<LiveSession | null> {
    return this.sessions.live(id);
  }

  /** The open sessions of a user, newest first. */
  page(
    siteId: SiteId,
    userId: string,
    page: { limit: number; cursor: string | undefined },
  ): Promise<Page<SessionRecord>> {
    return this.sessions.liveOf(siteId, userId, page);
  }

  /** Ends one session; answers whether it was running. If it was not, nothing is audited. */
  async end(tx: Tx, session: Omit<LiveSession, 'expiresAt'>, reason: SessionEnd, actor: AuditActor): Promise<boolean> {
    const { siteId, userId, id } = session;
    if (!(await this.sessions.end(tx, siteId, { id, userId }, reason))) return false;
    await this.audit.record(tx, {
      siteId,
      action: 'session.ended',
      outcome: 'success',
      actor,
      subject: { type: 'session', id },
      details: { reason, userId },
    });
    return true;
  }

  /** As `end`, for a session whose cookie strangers may have read. This is part of a larger change, which audits it. */
  endExposed(tx: Tx, { siteId, userId, id }: Omit<LiveSession, 'expiresAt'>, reason: SessionEnd): Promise<boolean> {
    return this.sessions.end(tx, siteId, { id, userId }, reason);
  }

  /** Ends every session of a user; answers how many were running. This is part of a larger change, which audits it. */
  endAll(tx: Tx, siteId: SiteId, userId: string, reason: SessionEnd): Promise<number> {
    return this.sessions.endAll(tx, siteId, userId, reason);
  }

  /**
   * Ends the sessions of a user except the one with the id `keep`, as one change with one event; answers how many were running.
   * If none was running, nothing is audited. `tokensRevoked`: the number of sign-in tokens, which ended with the sessions.
   */
  async endOthers(
    tx: Tx,
    user: SessionUser & { readonly keep: string },
    actor: AuditActor,
    { tokensRevoked }: { readonly tokensRevoked: number },
  ): Promise<number> {
    const { siteId, id: userId, username, keep } = user;
    const reason = 'ended_by_user';
    const ended = await this.sessions.endOthers(tx, siteId, { userId, keep }, reason);
    if (ended + tokensRevoked === 0) return 0;
    await this.audit.record(tx, {
      siteId,
      action: 'sessions.ended',
      outcome: 'success',
      actor,
      subject: { type: 'user', id: userId, name: username },
      details: { reason, ended, tokensRevoked },
    });
    return ended;
  }

  /**
   * As `endAll`, for a user who is removed: no data of past sign-ins remains, and so no addresses or browsers. A copied cookie is
   * refused like one that never existed.
   */
  async erase(tx: Tx, siteId: SiteId, userId: string): Promise<number> {
    const ended = await this.sessions.endAll(tx, siteId, userId, 'removed');
    await this.sessions.deleteAll(tx, siteId, userId);
    return ended;
  }

  /** Notes that the person has just proved their password again. */
  async confirm(tx: Tx, siteId: SiteId, id: string): Promise<void> {
    await this.sessions.confirm(tx, siteId, id);
  }

  /** Keeps a session that is in use from reaching its idle limit. The use is written later. */
  noteUse(sessionId: string): void {
    this.use.note(sessionId);
  }
}
