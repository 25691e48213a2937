import { Injectable } from '@nestjs/common';
import type { Cleanup } from '../platform/database/cleanup.js';
import { StaleRows } from '../platform/database/stale-rows.js';
import { timeParameter } from '../platform/database/stored-time.js';
import type { Tx } from '../platform/database/transaction.js';
import { TokenRetention } from '../tokens/token-retention.service.js';
import { ApplicationRepository } from './application.repository.js';
import { LineageHandover } from '../tokens/lineage-handover.js';

/** Removes what applications leave behind: dead tokens, ended secrets and deleted applications, in this order. */
@Injectable()
export class ApplicationRetention {
  readonly cleanups: readonly Cleanup[] = [
    { kind: 'tokens', retention: 'tokensDays', batch: (...batch) => this.#tokens(...batch) },
    { kind: 'clientSecrets', retention: 'tokensDays', batch: (...batch) => this.#secrets(...batch) },
    { kind: 'applications', retention: 'tokensDays', batch: (...batch) => this.#applications(...batch) },
  ];

  constructor(
    private readonly tokens: TokenRetention,
    private readonly applications: ApplicationRepository,
    private readonly stale: StaleRows,
    private readonly lineage: LineageHandover,
  ) {}

  /** Here and not in tokens, because an application names its access token and must not name one that is gone. */
  async #tokens(tx: Tx, before: Date, limit: number): Promise<number> {
    const gone = await this.tokens.remove(tx, before, limit);
    await this.applications.forgetAccessTokens(tx, gone);
    return gone.length;
  }

  async #secrets(tx: Tx, before: Date, limit: number): Promise<number> {
    const parameters = [timeParameter(before)];
    const ways = ['expires_at <= ?', 'revoked_at <= ?'].map((sql) => ({ sql, parameters }));
    const handOver = (tx: Tx, ids: readonly string[]) => this.lineage.ofSecrets(tx, ids);
    return (await this.stale.delete(tx, { name: 'client_secrets', key: 'id', before: handOver }, ways, limit)).length;
  }

  /** Runs once the last token and the last secret are gone. */
  async #applications(tx: Tx, before: Date, limit: number): Promise<number> {
    const sql = `deleted_at <= ? AND ${this.stale.unreferenced('applications')}`;
    const deleted = { sql, parameters: [timeParameter(before)] };
    return (await this.stale.delete(tx, { name: 'applications', key: 'id' }, [deleted], limit)).length;
  }
}
