import { Injectable } from '@nestjs/common';
import type { Cleanup } from '../database/cleanup.js';
import { StaleRows } from '../database/stale-rows.js';
import { timeParameter } from '../database/stored-time.js';
import type { Tx } from '../database/transaction.js';
import { TokenCare } from '../tokens/token-care.service.js';
import { ApplicationRepository } from './application.repository.js';

/** Removes what applications leave behind: dead tokens, secrets that are over, deleted applications. In this order. */
@Injectable()
export class ApplicationCare {
  readonly cleanups: readonly Cleanup[] = [
    { kind: 'tokens', retention: 'tokensDays', batch: (...batch) => this.#tokens(...batch) },
    { kind: 'clientSecrets', retention: 'tokensDays', batch: (...batch) => this.#secrets(...batch) },
    { kind: 'applications', retention: 'tokensDays', batch: (...batch) => this.#applications(...batch) },
  ];

  constructor(
    private readonly tokens: TokenCare,
    private readonly applications: ApplicationRepository,
    private readonly stale: StaleRows,
  ) {}

  /** Here and not in tokens, because an application names its access token: it must not name one that is gone. */
  async #tokens(tx: Tx, before: Date, limit: number): Promise<number> {
    const gone = await this.tokens.remove(tx, before, limit);
    await this.applications.forgetAccessTokens(tx, gone);
    return gone.length;
  }

  async #secrets(tx: Tx, before: Date, limit: number): Promise<number> {
    const parameters = [timeParameter(before)];
    const ways = ['expires_at <= ?', 'revoked_at <= ?'].map((sql) => ({ sql, parameters }));
    return (await this.stale.delete(tx, { name: 'client_secrets', key: 'id' }, ways, limit)).length;
  }

  /** Once the last token and the last secret are gone. */
  async #applications(tx: Tx, before: Date, limit: number): Promise<number> {
    const sql = `deleted_at <= ? AND ${this.stale.unreferenced('applications')}`;
    const deleted = { sql, parameters: [timeParameter(before)] };
    return (await this.stale.delete(tx, { name: 'applications', key: 'id' }, [deleted], limit)).length;
  }
}
