import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, MoreThan, Not } from 'typeorm';
import type { Page } from '../../platform/database/page.js';
import { type SiteTable, SiteTables } from '../../platform/database/site-table.js';
import type { Tx } from '../../platform/database/transaction.js';
import { Clock } from '../../shared/clock/clock.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import { Session } from './session.entity.js';
import { SESSION_IDLE_MS, type SessionEnd } from './sessions.types.js';

/** The sessions table. The row of a session stays after its end: a copied cookie is refused by it. */
@Injectable()
export class SessionRepository {
  readonly #sessions: SiteTable<Session>;

  constructor(
    tables: SiteTables,
    private readonly clock: Clock,
  ) {
    this.#sessions = tables.of(Session);
  }

  async insert(tx: Tx, session: Session): Promise<void> {
    await this.#sessions.in(session.siteId, tx).insert(session);
  }

  /** Finds a session by the id from a sealed cookie, before the site is known. */
  live(id: string): Promise<Session | null> {
    return this.#sessions
      .acrossSites('the sealed cookie is what says whose session it is')
      .one({ id, ...this.#live() });
  }

  liveOf(site: SiteId, userId: string, page: { limit: number; cursor: string | undefined }): Promise<Page<Session>> {
    return this.#sessions.in(site).page({ ...page, where: { userId, ...this.#live() } });
  }

  /** Ends one session of the user; answers whether it was still running. */
  async end(tx: Tx, site: SiteId, which: { id: string; userId: string }, reason: SessionEnd): Promise<boolean> {
    return (await this.#end(tx, site, which, reason)) > 0;
  }

  /** Ends all sessions of the user; answers how many were running. */
  endAll(tx: Tx, site: SiteId, userId: string, reason: SessionEnd): Promise<number> {
    return this.#end(tx, site, { userId }, reason);
  }

  /** Ends all sessions of the user except this one; answers how many were running. */
  endOthers(tx: Tx, site: SiteId, which: { userId: string; keep: string }, reason: SessionEnd): Promise<number> {
    return this.#end(tx, site, { userId: which.userId, id: Not(which.keep) }, reason);
  }

  async deleteAll(tx: Tx, site: SiteId, userId: string): Promise<void> {
    await this.#sessions.in(site, tx).delete({ userId });
  }

  async confirm(tx: Tx, site: SiteId, id: string): Promise<void> {
    await this.#sessions.in(site, tx).update({ id }, { confirmedAt: this.clock.now() });
  }

  /** A later use that another instance has already written stays. */
  async noteUse(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
    await this.#sessions
      .acrossSites('uses come from sessions that were verified, not from a caller', tx)
      .update({ id: In([...ids]), lastSeenAt: LessThan(at) }, { lastSeenAt: at });
  }

  /** Ends idle sessions too: a use that still waits to be written could bring one back. */
  #end(tx: Tx, site: SiteId, which: object, reason: SessionEnd): Promise<number> {
    const endedAt = this.clock.now();
    const running = { ...which, endedAt: IsNull(), expiresAt: MoreThan(endedAt) };
    return this.#sessions.in(site, tx).update(running, { endedAt, endReason: reason });
  }

  #live() {
    const now = this.clock.now();
    const idleSince = new Date(now.getTime() - SESSION_IDLE_MS);
    return { endedAt: IsNull(), expiresAt: MoreThan(now), lastSeenAt: MoreThan(idleSince) };
  }
}
