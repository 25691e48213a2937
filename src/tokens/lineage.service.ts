import { Injectable } from '@nestjs/common';
import { Audit } from '../platform/audit/audit.service.js';
import type { AuditActor } from '../platform/audit/audit.types.js';
import type { Tx } from '../platform/database/transaction.js';
import type { Descendants } from '../shared/authz/descendants.response.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { LineageRepository } from './lineage/lineage.repository.js';

/** The values to start from, and whose descendants are meant: null means everybody's. */
export interface LineageRoots {
  readonly siteId: SiteId;
  /** Lineage keys. */
  readonly keys: readonly string[];
  readonly ownerId: string | null;
  /** An application whose own credentials do not count as its descendants. */
  readonly exceptApplicationId?: string | undefined;
}

/** How many keys one statement asks about. */
const BATCH = 500;
/** How many ids one row of the audit log holds. */
const IDS_PER_EVENT = 1_000;

/**
 * The descendants of a value: what was made with it, and with what that made (contract §9, "Lineage"). The lineage is walked
 * level by level: MariaDB would cut a recursive query at 1,000 rows, with no more than a warning.
 */
@Injectable()
export class Lineage {
  constructor(
    private readonly lineage: LineageRepository,
    private readonly audit: Audit,
  ) {}

  ofToken(tx: Tx, site: SiteId, tokenId: string): Promise<string[]> {
    return this.lineage.keysOfToken(tx, site, tokenId);
  }

  ofApplication(tx: Tx, site: SiteId, applicationId: string): Promise<string[]> {
    return this.lineage.keysOfApplication(tx, site, applicationId);
  }

  async count(tx: Tx, roots: LineageRoots): Promise<Descendants> {
    const tokens = new Set<string>();
    const secrets = new Set<string>();
    for await (const makers of this.#levels(tx, roots)) {
      const children = { ...roots, makers };
      for (const id of await this.lineage.liveTokens(tx, children)) tokens.add(id);
      for (const id of await this.lineage.liveSecrets(tx, children)) secrets.add(id);
    }
    return { tokens: tokens.size, clientSecrets: secrets.size };
  }

  /** Ends the descendants in the caller's transaction, and names them in the audit log. Returns how many were live. */
  async end(tx: Tx, roots: LineageRoots, actor: AuditActor): Promise<Descendants> {
    const ended = { tokens: 0, clientSecrets: 0 };
    for await (const makers of this.#levels(tx, roots)) {
      const children = { ...roots, makers };
      const tokenIds = await this.lineage.liveTokens(tx, children);
      const secretIds = await this.lineage.liveSecrets(tx, children);
      await this.lineage.revokeTokens(tx, roots.siteId, tokenIds, 'ended_with_maker');
      await this.lineage.revokeSecrets(tx, roots.siteId, secretIds);
      await this.lineage.endSuperseded(tx, children);
      await this.#record(tx, roots.siteId, actor, { tokenIds, secretIds });
      ended.tokens += tokenIds.length;
      ended.clientSecrets += secretIds.length;
    }
    return ended;
  }

  /** Yields the roots, then the keys of those children that made something themselves, and so on; no key twice. */
  async *#levels(tx: Tx, { siteId, keys }: LineageRoots): AsyncGenerator<readonly string[]> {
    const seen = new Set(keys);
    for (let level = [...seen]; level.length > 0;) {
      const next: string[] = [];
      for (let start = 0; start < level.length; start += BATCH) {
        const makers = level.slice(start, start + BATCH);
        yield makers;
        next.push(...(await this.lineage.makingChildren(tx, { siteId, makers })).filter((key) => !seen.has(key)));
      }
      level = [...new Set(next)];
      for (const key of level) seen.add(key);
    }
  }

  async #record(
    tx: Tx,
    siteId: SiteId,
    actor: AuditActor,
    ids: Readonly<Record<'tokenIds' | 'secretIds', readonly string[]>>,
  ): Promise<void> {
    for (const [name, all] of Object.entries(ids))
      for (let start = 0; start < all.length; start += IDS_PER_EVENT)
        await this.audit.record(tx, {
          siteId,
          action: 'descendants.revoked',
          outcome: 'success',
          actor,
          details: { [name]: all.slice(start, start + IDS_PER_EVENT) },
        });
  }
}
