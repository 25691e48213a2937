import { Injectable } from '@nestjs/common';
import { PreparedReads } from '../platform/database/prepared-reads.js';
import { timeParameter } from '../platform/database/stored-time.js';
import type { Tx } from '../platform/database/transaction.js';
import type { Principal } from '../shared/authz/principal.js';
import { Clock } from '../shared/clock/clock.js';
import type { OpenLink } from '../directory/users/users.types.js';
import { principalOfRow } from './row/principal-of-row.js';
import { type Answer, folded, PERSON, tokens } from './principal.query.js';
import { NO_TOKEN, type PrincipalRow } from './row/principal-row.js';
import { Refusal } from './refusal.js';

/**
 * The value that a token had at a moment. If it was rotated in that same moment, the value before counts, because the one after
 * may belong to somebody else. A derived table, since MySQL allows no LIMIT in an IN.
 */
const VALUE_OF_THEN = `
SELECT then_current.hash FROM (
  SELECT made.hash FROM token_values made JOIN tokens made_for ON made_for.id = made.token_id
  WHERE made.token_id = ? AND (made.created_at < ? OR (made.created_at = ? AND made_for.rotated_at IS NULL))
  ORDER BY made.created_at DESC, CASE WHEN made.valid_until IS NULL THEN 0 ELSE 1 END LIMIT 1) then_current`;
const TOKEN = tokens(VALUE_OF_THEN);

/** The maker of a link, judged by the rules of every request: what ended, suspended or narrowed the maker applies here too. */
@Injectable()
export class LinkMakers {
  constructor(
    private readonly reads: PreparedReads,
    private readonly clock: Clock,
  ) {}

  /** For a session, its person, because a session ends and the person stays; for a token, the value that made the link. */
  async asOfNow(tx: Tx, link: OpenLink): Promise<Principal | Refusal> {
    const row = await this.#row(tx, link);
    return row === undefined ? new Refusal('unknown') : principalOfRow(row, this.clock.now().getTime());
  }

  #row(tx: Tx, { madeBy, issuedWithKind, issuedWith, createdAt }: OpenLink): Promise<PrincipalRow | undefined> {
    switch (issuedWithKind) {
      case 'session':
        return this.#read(tx, PERSON, [madeBy]);
      case 'personal':
      case 'application':
        return this.#read(tx, TOKEN, [issuedWith, timeParameter(createdAt), timeParameter(createdAt)]);
      case 'secret': // makes no links
      case 'system': // nobody who could be judged
      case null:
        return Promise.resolve(undefined);
    }
  }

  async #read(tx: Tx, sql: string, parameters: readonly (string | null)[]): Promise<PrincipalRow | undefined> {
    const [row] = folded<PrincipalRow>(await this.reads.within<Answer>(tx, sql, parameters)).values();
    return row && { ...NO_TOKEN, ...row };
  }
}
