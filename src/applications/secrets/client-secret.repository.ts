import { Injectable } from '@nestjs/common';
import { liveWhere } from '../../tokens/liveness.js';
import { In, IsNull, MoreThan, Or } from 'typeorm';
import { type SiteTable, SiteTables } from '../../platform/database/site-table.js';
import type { Tx } from '../../platform/database/transaction.js';
import { Clock } from '../../shared/clock/clock.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import { ClientSecret } from './client-secret.entity.js';

/** The client secrets of applications, stored only as SHA-256. */
@Injectable()
export class ClientSecretRepository {
  readonly #secrets: SiteTable<ClientSecret>;

  constructor(
    tables: SiteTables,
    private readonly clock: Clock,
  ) {
    this.#secrets = tables.of(ClientSecret);
  }

  async insert(tx: Tx, secret: ClientSecret): Promise<void> {
    await this.#secrets.in(secret.siteId, tx).insert(secret);
  }

  byHash(site: SiteId, hash: string): Promise<ClientSecret | null> {
    return this.#secrets.in(site).one({ hash });
  }

  /** The secrets that work now, oldest first. */
  live(site: SiteId, applicationIds: readonly string[], tx?: Tx): Promise<ClientSecret[]> {
    const rows = tx === undefined ? this.#secrets.in(site) : this.#secrets.in(site, tx);
    return rows.all({ applicationId: In([...applicationIds]), ...this.#working() }, { order: { id: 'ASC' } });
  }

  /** Sets when the live secrets of the application end. */
  async expireLive(tx: Tx, site: SiteId, applicationId: string, at: Date): Promise<void> {
    const sooner = Or(IsNull(), MoreThan(at));
    await this.#secrets
      .in(site, tx)
      .update({ applicationId, revokedAt: IsNull(), expiresAt: sooner }, { expiresAt: at });
  }

  revoke(tx: Tx, site: SiteId, which: { readonly id: string; readonly applicationId?: string }): Promise<number> {
    return this.#secrets.in(site, tx).update({ ...which, ...this.#working() }, { revokedAt: this.clock.now() });
  }

  revokeAll(tx: Tx, site: SiteId, applicationId: string): Promise<number> {
    return this.#secrets.in(site, tx).update({ applicationId, ...this.#working() }, { revokedAt: this.clock.now() });
  }

  #working() {
    return liveWhere(this.clock.now());
  }
}
