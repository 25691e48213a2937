import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan, Not } from 'typeorm';
import { type SiteTable, SiteTables } from '../../platform/database/site-table.js';
import { timeParameter } from '../../platform/database/stored-time.js';
import { liveSql } from '../liveness.js';
import type { Tx } from '../../platform/database/transaction.js';
import { Clock } from '../../shared/clock/clock.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import { TokenValue } from '../token-value.entity.js';
import type { Token } from '../token.entity.js';
import type { RevocationReason } from '../tokens.types.js';

const CONFINED = 'confined to the site by its WHERE';

/** Old values in their grace that a leaver may have a copy of, although their token is no longer marked (contract §5). */
@Injectable()
export class MarkedValueRepository {
  readonly #values: SiteTable<TokenValue>;

  constructor(
    private readonly tables: SiteTables,
    private readonly clock: Clock,
  ) {
    this.#values = tables.of(TokenValue);
  }

  /** Copies the mark that a token loses to its old values. */
  async keep(tx: Tx, { siteId, id, transferredFrom, transferredAt }: Token): Promise<void> {
    const old = { tokenId: id, validUntil: MoreThan(this.clock.now()) };
    await this.#values.in(siteId, tx).update(old, { transferredFrom, transferredAt });
  }

  /** Ends them: they must not gain what their token is given now. */
  async end(tx: Tx, { siteId, id }: Token): Promise<void> {
    const now = this.clock.now();
    const marked = { tokenId: id, validUntil: MoreThan(now), transferredAt: Not(IsNull()) };
    await this.#values.in(siteId, tx).update(marked, { validUntil: now });
  }

  /** The same for all tokens of an application. Tokens that are marked themselves are revoked; returns their ids. */
  async endOfApplication(tx: Tx, site: SiteId, applicationId: string, reason: RevocationReason): Promise<string[]> {
    const now = timeParameter(this.clock.now());
    const live = `site_id = ? AND application_id = ? AND transferred_at IS NOT NULL AND ${liveSql('tokens')}`;
    const parameters = [site, applicationId, now];
    const ended = await this.tables.select<{ id: string }>(
      tx,
      CONFINED,
      `SELECT id FROM tokens WHERE ${live} ORDER BY id`,
      parameters,
    );
    const revoke = `UPDATE tokens SET revoked_at = ?, revoked_reason = ? WHERE ${live}`;
    await this.tables.statement(tx, CONFINED, [`application:${applicationId}`], revoke, [now, reason, ...parameters]);
    await this.tables.statement(
      tx,
      CONFINED,
      [`application:${applicationId}`],
      `UPDATE token_values SET valid_until = ? WHERE site_id = ? AND transferred_at IS NOT NULL AND valid_until > ?
       AND token_id IN (SELECT t.id FROM tokens t WHERE t.application_id = ?)`,
      [now, site, now, applicationId],
    );
    return ended.map(({ id }) => id);
  }
}
