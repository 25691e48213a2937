import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { INestApplicationContext } from '@nestjs/common';
import { RemoveUser } from '../src/admin/removal/remove-user.js';
import { SYSTEM } from '../src/platform/audit/audit.types.js';
import { PrincipalQuery } from '../src/principals/principal.query.js';
import { principalOfRow } from '../src/principals/row/principal-of-row.js';
import { Refusal } from '../src/principals/refusal.js';
import { readSettings } from '../src/platform/config/reading/read-settings.js';
import { SiteTables } from '../src/platform/database/site-table.js';
import { timeParameter } from '../src/platform/database/stored-time.js';
import { UnitOfWork } from '../src/platform/database/unit-of-work.js';
import { createApp } from '../src/app/create-app.js';
import { Clock } from '../src/shared/clock/clock.js';
import { sha256 } from '../src/shared/crypto/hashing.js';
import { Ids } from '../src/shared/ids/ids.js';
import { Sites } from '../src/directory/sites/sites.service.js';
import { Token } from '../src/tokens/token.entity.js';
import { TokenValue } from '../src/tokens/token-value.entity.js';
import { UserCreation } from '../src/directory/users/user-creation.js';
import type { BenchDatabase } from './databases.js';
import { residentMebibytes } from './process-usage.js';

const TOKENS = 100_000;
const ROUNDS = 3;
const BATCH = 1_000;
const LONG = { deadlineMs: 600_000 };
const ROLES = ['ROLE_MANAGE_PROXIES'];
/** The scopes that the roles give: a removal writes this ceiling, or a part of it. */
const CEILING = 'projects:read projects:write proxies:read proxies:write';
/** Narrowings as people use them: half of the tokens have none. */
const NARROWINGS = [null, ['projects:read'], null, ['proxies:read', 'proxies:write']];

/**
 * `npm run bench -- removal`: removes a user with 100,000 tokens, and compares that with the bare UPDATE statements that move as
 * many rows on the same database, in turns.
 */
export async function removal(databases: readonly BenchDatabase[]): Promise<boolean> {
  for (const database of databases) await measured(database);
  return true;
}

async function measured({ dialect, url }: BenchDatabase): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-removal-'));
  const variables = {
    GATEHOUSE_DATABASE_URL: url,
    GATEHOUSE_DATA_DIR: dataDir,
    GATEHOUSE_SECRET_KEYS: 'tSsvK7n0yB4m1eRkq2u8Yc5hPzX3aLwJdGfTiVoNQ9A=',
    GATEHOUSE_LOG_LEVEL: 'error',
    GATEHOUSE_ADMIN_PASSWORD: 'a password of the bench 1',
  };
  const settings = readSettings(variables, () => '');
  const context = await createApp(settings);
  await context.init();
  const stage = await Stage.of(context);
  for (let round = 1; round <= ROUNDS; round++) {
    const bare = await stage.bareUpdates(await stage.personWithTokens(`bare-${round}`));
    const before = residentMebibytes(process.pid);
    const removed = await stage.removal(await stage.personWithTokens(`removed-${round}`));
    const grown = residentMebibytes(process.pid) - before;
    console.log(
      `${dialect.padEnd(7)} ${TOKENS} tokens: bare UPDATE ${bare.toFixed(0)} ms, removal ${removed.toFixed(0)} ms, ` +
        `ratio ${(removed / bare).toFixed(2)}, resident memory ${grown >= 0 ? '+' : ''}${grown.toFixed(0)} MiB`,
    );
  }
  await context.close();
  rmSync(dataDir, { recursive: true });
}

class Stage {
  private constructor(
    private readonly context: INestApplicationContext,
    private readonly siteId: Awaited<ReturnType<Sites['all']>>[number]['id'],
    private readonly ownerId: string,
  ) {}

  static async of(context: INestApplicationContext): Promise<Stage> {
    const [site] = await context.get(Sites, { strict: false }).all();
    if (site?.ownerId == null) throw new Error('the first start made no site');
    return new Stage(context, site.id, site.ownerId);
  }

  async personWithTokens(username: string): Promise<string> {
    const email = `${username}@example.com`;
    const wanted = { siteId: this.siteId, username, email, kind: 'person', roles: ROLES, password: null } as const;
    const users = this.context.get(UserCreation, { strict: false });
    const { id } = await this.#units.run((tx) => users.create(tx, { ...wanted, actor: SYSTEM }));
    for (let made = 0; made < TOKENS; made += BATCH) await this.#tokens(id, BATCH);
    return id;
  }

  /** The statements that no implementation can avoid: the tokens move with a ceiling, and the user is removed. */
  async bareUpdates(userId: string): Promise<number> {
    const now = timeParameter(this.context.get(Clock).now());
    const tables = this.context.get(SiteTables);
    return timed(() =>
      this.#units.run(async (tx) => {
        const tokens = `UPDATE tokens SET owner_id = ?, ceiling = ?, transferred_from = ?, transferred_at = ?
          WHERE site_id = ? AND owner_id = ?`;
        const moved = [this.ownerId, CEILING, userId, now, this.siteId, userId];
        await tables.statement(tx, 'the bench confines it', null, tokens, moved);
        const user = 'UPDATE users SET username = ?, email = NULL, status = ? WHERE id = ?';
        await tables.statement(tx, 'the bench confines it', null, user, [`removed:${userId}`, 'removed', userId]);
      }, LONG),
    );
  }

  async removal(userId: string): Promise<number> {
    const row = await this.context.get(PrincipalQuery, { strict: false }).byPersonId(this.ownerId);
    const principal = row && principalOfRow(row, this.context.get(Clock).now().getTime());
    if (principal === undefined || principal instanceof Refusal) throw new Error('the owner is not there');
    const actor = { principal, requestId: 'bench', address: '127.0.0.1', userAgent: null };
    const choice = { reassignTo: null, decommission: false };
    return timed(async () => {
      const { moved } = await this.context.get(RemoveUser, { strict: false }).remove(actor, userId, choice, null);
      if (moved.tokens !== TOKENS) throw new Error(`${moved.tokens} tokens moved`);
    });
  }

  get #units(): UnitOfWork {
    return this.context.get(UnitOfWork);
  }

  async #tokens(ownerId: string, count: number): Promise<void> {
    const now = this.context.get(Clock).now();
    const ids = this.context.get(Ids);
    const tables = this.context.get(SiteTables);
    const tokens = Array.from({ length: count }, (_, index) => ({
      id: ids.next(),
      ownerId,
      createdBy: ownerId,
      kind: 'personal' as const,
      format: 'opaque' as const,
      name: `token ${index}`,
      last4: 'xxxx',
      scopes: NARROWINGS[index % NARROWINGS.length] ?? null,
      createdAt: now,
    }));
    await this.#units.run(async (tx) => {
      await tables.of(Token).in(this.siteId, tx).insert(tokens);
      const values = tokens.map(({ id }) => ({ hash: sha256(id), tokenId: id, createdAt: now }));
      await tables.of(TokenValue).in(this.siteId, tx).insert(values);
    }, LONG);
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
