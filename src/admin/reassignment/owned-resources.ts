import { Injectable } from '@nestjs/common';
import { ApplicationOwnership } from '../../applications/application-ownership.js';
import { Audit } from '../../platform/audit/audit.service.js';
import type { AuditActor } from '../../platform/audit/audit.types.js';
import type { Tx } from '../../platform/database/transaction.js';
import { TokenOwnership } from '../../tokens/token-ownership.js';
import type { Named } from '../../tokens/tokens.types.js';
import type { UserRecord } from '../../directory/users/users.types.js';

/** A token or an application that changed hands or was ended. */
export interface OwnedResource extends Named {
  readonly type: 'token' | 'application';
}

export interface MovedCounts {
  readonly tokens: number;
  readonly applications: number;
}

export interface MovedResources extends MovedCounts {
  /** The first resources, oldest first, applications before tokens; the audit log has all of them. */
  readonly items: readonly OwnedResource[];
}

/** Moving many rows takes time. Few statements move them, so nothing else waits for each row. */
export const RESOURCES_DEADLINE_MS = 120_000;
/** How many ids one row of the audit log holds: it has room for 64 KiB. */
const IDS_PER_EVENT = 1_000;
const ITEMS_ANSWERED = 200;

/**
 * Everything that a user owns: tokens and applications. One statement each moves or ends them, however many there are. The audit
 * log names them in portions, so that a reader can see there what moved and memory use does not grow with the number.
 */
@Injectable()
export class OwnedResources {
  constructor(
    private readonly applications: ApplicationOwnership,
    private readonly tokens: TokenOwnership,
    private readonly audit: Audit,
  ) {}

  /** `held` is what the roles of `from` give now: nothing that moves can do more (contract §5). */
  async transfer(
    tx: Tx,
    author: AuditActor,
    from: UserRecord,
    to: UserRecord,
    held: readonly string[],
  ): Promise<MovedResources> {
    const handover = { siteId: from.siteId, from: from.id, to: to.id, held };
    const { items, tokens } = await this.#record(tx, author, from, 'transferred', {
      to: { id: to.id, name: to.username },
      ceiling: held.join(' '),
    });
    // Applications first: once locked, they can fetch no more tokens for their former owner.
    const applications = await this.applications.transfer(tx, handover);
    await this.tokens.transfer(tx, handover);
    return { applications, tokens, items };
  }

  async decommission(tx: Tx, author: AuditActor, of: UserRecord): Promise<MovedResources> {
    const { items } = await this.#record(tx, author, of, 'decommissioned', {});
    const tokens = await this.tokens.decommission(tx, of.siteId, of.id);
    return { tokens, applications: await this.applications.decommission(tx, of.siteId, of.id), items };
  }

  /** Names every id in the audit log. Returns the names of the first ones, and how many live ones there are. */
  async #record(
    tx: Tx,
    author: AuditActor,
    of: UserRecord,
    how: 'transferred' | 'decommissioned',
    details: object,
  ): Promise<MovedResources> {
    const first: OwnedResource[] = [];
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

async function* portionsOf(tx: Tx, source: ApplicationOwnership | TokenOwnership, of: UserRecord) {
  for (let after = ''; ;) {
    const { ids, last } = await source.liveAfter(tx, of.id, after, IDS_PER_EVENT);
    if (last === null) return;
    yield ids;
    if (ids.length < IDS_PER_EVENT) return;
    after = last;
  }
}
