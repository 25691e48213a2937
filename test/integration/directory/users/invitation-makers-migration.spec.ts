import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Database } from '../../../../src/platform/database/database.js';
import { MIGRATIONS } from '../../../../src/platform/database/opening/migrations.js';
import { InvitationMakers1795305600110 } from '../../../../src/platform/database/migrations/1795305600110-invitation-makers.js';
import { runMigrations } from '../../../../src/platform/database/opening/open-database.js';
import { forEachDialect } from '../../../support/dialects.js';
import { openEmptyDatabase, type TestDatabase } from '../../../support/test-databases.js';

const TIME = '2026-01-15 12:00:00.000';
const SITE = 'site-1';
const USER = 'user-1';

forEachDialect((dialect) => {
  let opened: TestDatabase;
  let database: Database;

  /** A database as it was before the makers of invitations were kept. */
  beforeEach(async () => {
    opened = await openEmptyDatabase(dialect);
    ({ database } = opened);
    await runMigrations(database);
    const since = MIGRATIONS.length - MIGRATIONS.indexOf(InvitationMakers1795305600110);
    for (let step = 0; step < since; step++) await database.writer.undoLastMigration();
    await insert('sites', { id: SITE, name: 'Acme', slug: 'acme', created_at: TIME, updated_at: TIME });
    const user = { username: 'ben', kind: 'person', status: 'active', created_at: TIME, updated_at: TIME };
    await insert('users', { id: USER, site_id: SITE, ...user });
  });
  afterEach(() => opened.close());

  async function insert(table: string, row: Record<string, string | null>): Promise<void> {
    const columns = Object.keys(row);
    const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
    await database.writer.query(sql, Object.values(row));
  }

  async function invitation(id: string, usedAt: string | null = null): Promise<void> {
    const times = { expires_at: TIME, created_at: TIME, used_at: usedAt };
    await insert('invitations', { id, site_id: SITE, user_id: USER, hash: id, ...times });
  }

  const created = (id: string, actor: Record<string, string | null>, details: object): Promise<void> =>
    insert('audit_events', {
      ...{ id, site_id: SITE, at: TIME, action: 'invitation.created', outcome: 'success' },
      ...{ subject_type: 'user', subject_id: USER, details: JSON.stringify(details) },
      ...actor,
    });

  test('an invitation that is open at the migration gets its maker from the audit log; one that it does not know gets none', async () => {
    const by = (kind: string, id: string) => ({
      ...{ actor_kind: 'user', actor_id: `ann-${id}`, credential_kind: kind, credential_id: `${kind}-${id}` },
    });
    for (const id of ['i-1', 'i-2', 'i-3', 'i-4']) await invitation(id);
    await invitation('i-5', TIME);
    await created('e-1', by('session', '1'), { invitationId: 'i-1', expiresAt: TIME });
    await created('e-2', by('personal', '2'), { invitationId: 'i-2', expiresAt: TIME });
    await created('e-3', { actor_kind: 'operator' }, { invitationId: 'i-3', expiresAt: TIME });
    await created('e-5', by('session', '5'), { invitationId: 'i-5', expiresAt: TIME });
    await runMigrations(database);
    const sql = 'SELECT id, made_by, issued_with_kind, issued_with FROM invitations ORDER BY id';
    expect((await database.writer.query<object[]>(sql)).map((row) => ({ ...row }))).toEqual([
      { id: 'i-1', made_by: 'ann-1', issued_with_kind: 'session', issued_with: 'session-1' },
      { id: 'i-2', made_by: 'ann-2', issued_with_kind: 'personal', issued_with: 'personal-2' },
      { id: 'i-3', made_by: null, issued_with_kind: 'system', issued_with: null },
      { id: 'i-4', made_by: null, issued_with_kind: null, issued_with: null },
      { id: 'i-5', made_by: null, issued_with_kind: null, issued_with: null },
    ]);
  });
});
