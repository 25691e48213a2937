import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Account } from '../../../../src/directory/accounts/account.entity.js';
import { NormalTexts1795305600092 } from '../../../../src/platform/database/migrations/1795305600092-normal-texts.js';
import { SiteTables } from '../../../../src/platform/database/site-table.js';
import { unitOfWorkOn } from '../../../support/unit-of-work.js';
import { Site } from '../../../../src/directory/sites/site.entity.js';
import { User } from '../../../../src/directory/users/user.entity.js';
import { forEachDialect } from '../../../support/dialects.js';
import { accountRow, siteRow, userRow } from '../../../support/row-builders.js';
import { openTestDatabase, type TestDatabase } from '../../../support/test-databases.js';

forEachDialect((dialect) => {
  let opened: TestDatabase;
  let tables: SiteTables;
  const site = siteRow();

  beforeAll(async () => {
    opened = await openTestDatabase(dialect);
    tables = new SiteTables(opened.database);
    const unitOfWork = unitOfWorkOn(opened.database);
    await unitOfWork.run(async (tx) => {
      await tables.ofDeployment(Site).rows(tx).insert(site);
      const accounts = ['Cafe\u0301', 'Plain', 'Zoe\u0308', 'Zo\u00eb'].map((name) => accountRow({ name }));
      await tables.of(Account).in(site.id, tx).insert(accounts);
      const emails = ['ben@bücher.example', 'ann@example.com', null];
      await tables
        .of(User)
        .in(site.id, tx)
        .insert(emails.map((email) => userRow({ email })));
    });
  });
  afterAll(() => opened.close());

  it('what was written before there was one form of a text gets it, unless another has that name', async () => {
    const runner = opened.database.writer.createQueryRunner();
    for (let twice = 0; twice < 2; twice++) await new NormalTexts1795305600092().up(runner);
    await runner.release();
    const names = (await tables.of(Account).in(site.id).all()).map(({ name }) => name);
    expect(names.sort()).toEqual(['Caf\u00e9', 'Plain', 'Zo\u00eb', 'Zoe\u0308'].sort());
    const emails = (await tables.of(User).in(site.id).all()).map(({ email }) => email);
    expect(emails.sort()).toEqual(['ann@example.com', 'ben@xn--bcher-kva.example', null].sort());
  });
});
