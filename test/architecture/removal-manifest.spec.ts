import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { REMOVAL_MANIFEST } from '../../src/admin/removal/removal-manifest.js';
import { openTestDatabase } from '../support/dialects.js';
import type { TestDatabase } from '../support/test-databases.js';

/** Columns that hold an id of something else, or none, and have no foreign key that would say so. */
const OF_SOMETHING_ELSE: readonly string[] = [
  'applications.access_token_id',
  'applications.client_id',
  'audit_events.credential_id',
  'audit_events.request_id',
  'audit_events.site_id',
  'certificates.valid_to', // a time
  'invitations.issued_with', // a session or a token
  'leases.holder',
  'site_locks.site_id',
];

/** A column could point at a user if it is called so, and no foreign key says that it points at something else. */
function mayPointAtUsers(column: ColumnMetadata): boolean {
  const { tableName, foreignKeys } = column.entityMetadata;
  if (column.databaseName === 'id') return tableName === 'users';
  const referenced = foreignKeys
    .filter(({ columns }) => columns.includes(column))
    .map(({ referencedEntityMetadata }) => referencedEntityMetadata.tableName);
  if (referenced.length > 0) return referenced.includes('users');
  return column.length === '36' || /(_id|_by|_from|_to)$/.test(column.databaseName);
}

describe('the manifest of a removal', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase('sqlite');
  });
  afterAll(() => test.close());

  it('[50] decides on every column that points at a user, and on no other', () => {
    const columns = test.database.writer.entityMetadatas
      .flatMap(({ columns: all }) => all)
      .filter(mayPointAtUsers)
      .map(({ entityMetadata, databaseName }) => `${entityMetadata.tableName}.${databaseName}`);
    expect(columns.filter((name) => !OF_SOMETHING_ELSE.includes(name)).sort()).toEqual(
      Object.keys(REMOVAL_MANIFEST).sort(),
    );
    expect(OF_SOMETHING_ELSE.filter((name) => !columns.includes(name))).toEqual([]);
  });

  it('says why', () => {
    for (const { why } of Object.values(REMOVAL_MANIFEST)) expect(why.length).toBeGreaterThan(10);
  });

  it('keeps an id only where no foreign key holds it, and the database refuses to lose any other', () => {
    const columns = test.database.writer.entityMetadatas.flatMap(({ foreignKeys }) => foreignKeys);
    const toUsers = columns.filter(({ referencedEntityMetadata }) => referencedEntityMetadata.tableName === 'users');
    expect(toUsers.length).toBeGreaterThan(5);
    for (const key of toUsers) {
      const name = `${key.entityMetadata.tableName}.${key.columns[0]?.databaseName ?? ''}`;
      expect([name, key.onDelete]).toEqual([name, 'RESTRICT']);
      expect(REMOVAL_MANIFEST[name]?.fate).not.toBe('keep');
    }
  });
});
