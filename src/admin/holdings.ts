import { Injectable } from '@nestjs/common';
import { ApplicationTransfer } from '../applications/application-transfer.js';
import { Audit } from '../audit/audit.service.js';
import type { AuditActor } from '../audit/audit.types.js';
import type { Tx } from '../database/transaction.js';
import { TokenTransfer } from '../tokens/token-transfer.js';
import type { Named } from '../tokens/tokens.types.js';
import type { UserRecord } from '../users/users.types.js';

/** A token or an application that changed hands or was ended. */
export interface HoldingItem extends Named {
  readonly type: 'token' | 'application';
}

export interface MovedCounts {
  readonly tokens: number;
  readonly applications: number;
}

export interface MovedHoldings extends MovedCounts {
  /** The first of them, oldest first, applications before tokens; the audit log has all. */
  readonly items: readonly HoldingItem[];
}

/** Moving many rows takes its time. They are moved by few statements, so nothing else waits for each of them. */
export const HOLDINGS_DEADLINE_MS = 120_000;
/** Ids in one row of the audit log: it holds 64 KiB. */
const IDS_PER_EVENT = 1_000;
const ITEMS_ANSWERED = 200;

/**
 * Everything that a user owns: tokens and applications. Moved or ended by a statement each, however much it is, and named in
 * the audit log in portions, so that what moved can be read there and memory does not grow with it.
 */
@Injectable()
export class Holdings {
  constructor(
    private readonly applications: ApplicationTransfer,
    private readonly tokens: TokenTransfer,
    private readonly audit: Audit,
  ) {}

  /** `held` is what the roles of `from` give now: nothing that moves can do more (CONTRACT §5). */
  async transfer(
    tx: Tx,
    author: AuditActor,
    from: UserRecord,
    to: UserRecord,
    held: readonly string[],
  ): Promise<MovedHoldings> {
    const handover = { siteId: from.siteId, from: from.id, to: to.id, held };
    const { items, tokens } = await this.#record(tx, author, from, 'transferred', {
      to: { id: to.id, name: to.username },
      ceiling: held.join(' '),
    });
    // Applications first: they are locked then, and fetch no token for the one who had them any more.
    const applications = await this.applications.all(tx, handover);
    await this.tokens.all(tx, handover);
    return { applications, tokens, items };
  }

  async decommission(tx: Tx, author: AuditActor, of: UserRecord): Promise<MovedHoldings> {
    const { items } = await this.#record(tx, author, of, 'decommissioned', {});
    const tokens = await this.tokens.decommission(tx, of.siteId, of.id);
    return { tokens, applications: await this.applications.decommission(tx, of.siteId, of.id), items };
  }

  /** Names every id in the audit log, and answers the first by name, and how many live ones there are. */
  async #record(
    tx: Tx,
    author: AuditActor,
    of: UserRecord,
    how: 'transferred' | 'decommissioned',
    details: object,
  ): Promise<MovedHoldings> {
    const first: HoldingItem[] = [];
    const counts = { token: 0, application: 0 };
    for (const [type, source] of [
      ['application', this.applications],
      ['token', this.tokens],
    ] as const) {
      for await (const ids of portionsOf(tx, source, of)) {
        counts[type] += ids.length;
        const named = ids.slice(0, ITEMS_ANSWERED - first.length);
        if (named.length > 0)
          first.push(...(await source.names(tx, of.siteId, named)).map((each) => ({ type, ...each })));
        await this.audit.record(tx, {
          siteId: of.siteId,
          action: `${type}s.${how}` as const,
          outcome: 'success',
          actor: author,
          subject: { type: 'user', id: of.id, name: of.username },
          details: { ...details, [`${type}Ids`]: ids },
        });
      }
    }
    return { items: first, tokens: counts.token, applications: counts.application };
  }
}

async function* portionsOf(tx: Tx, source: ApplicationTransfer | TokenTransfer, of: UserRecord) {
  for (let after = ''; ;) {
    const { ids, last } = await source.ids(tx, of.id, after, IDS_PER_EVENT);
    if (last === null) return;
    yield ids;
    if (ids.length < IDS_PER_EVENT) return;
    after = last;
  }
}
