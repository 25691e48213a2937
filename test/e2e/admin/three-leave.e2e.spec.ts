import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { SiteTables } from '../../../src/platform/database/site-table.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { CredentialFormat } from '../../../src/shared/crypto/credential-format.js';
import { sha256 } from '../../../src/shared/crypto/hashing.js';
import { Randomness } from '../../../src/shared/crypto/randomness.js';
import type { SiteId } from '../../../src/shared/ids/site-id.js';
import { Token } from '../../../src/tokens/token.entity.js';
import { TokenValue } from '../../../src/tokens/token-value.entity.js';
import { type ApiClient, createPerson, signInAsAdmin, type TestPerson } from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { effectiveScopes, fetchToken, registerApplication } from '../../support/registered-application.js';
import { newId } from '../../support/row-builders.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const PEOPLE = 5;
const LEAVERS = 3;
const TOKENS_EACH = 2_000;
const CALLERS = 4;

// "Done when" of ownership: a site loses three of five people, with 10,000 tokens, while those are in use.
forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;
  let site: SiteId;
  let people: { readonly person: TestPerson; readonly values: readonly string[] }[];

  beforeEach(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
    site = (await admin.get('/auth/me')).body.site.id;
    people = [];
    for (let i = 0; i < PEOPLE; i++) {
      const person = await createPerson(app, `person-${i}`, ['ROLE_MANAGE_PROXIES']);
      people.push({ person, values: await manyTokens(person.id) });
    }
  });
  afterEach(() => app.stop());

  /** Rows as the issuer makes them, without its 2,000 transactions. */
  async function manyTokens(ownerId: string): Promise<string[]> {
    const [format, randomness] = [new CredentialFormat('gth'), new Randomness()];
    const values = Array.from({ length: TOKENS_EACH }, () => format.generate('pat', randomness));
    const createdAt = app.clock.now();
    const tokens = values.map((value) => ({
      id: newId(),
      ownerId,
      createdBy: ownerId,
      kind: 'personal' as const,
      format: 'opaque' as const,
      name: 'integration',
      last4: value.slice(-4),
      createdAt,
    }));
    const hashes = values.map((value, index) => ({
      hash: sha256(value),
      tokenId: tokens[index]?.id ?? '',
      createdAt,
    }));
    const tables = app.app.get(SiteTables, { strict: false });
    await app.app.get(UnitOfWork, { strict: false }).run(
      async (tx) => {
        await tables.of(Token).in(site, tx).insert(tokens);
        await tables.of(TokenValue).in(site, tx).insert(hashes);
      },
      { deadlineMs: 60_000 },
    );
    return values;
  }

  const verify = async (value: string) => {
    const answer = await app.fetch('/verify?scope=proxies:write', { headers: { authorization: `Bearer ${value}` } });
    await answer.text();
    return answer.status;
  };

  it('with an owner not one call on a transferred token is refused, before, while and after', async () => {
    const leavers = people.slice(0, LEAVERS);
    const application = await registerApplication(leavers[0]?.person.session ?? admin);
    const values = leavers.flatMap((each) => each.values);
    const statuses = new Map<number, number>();
    let done = false;
    let called = 0;
    const traffic = Array.from({ length: CALLERS }, async (_, caller) => {
      for (let i = caller; !done || i < CALLERS * 50; i += CALLERS) {
        const status = await verify(values[(i * 997) % values.length] ?? '');
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        called++;
        await turn();
      }
    });
    const removals = await Promise.all(leavers.map(({ person }) => admin.delete(`/admin/users/${person.id}`)));
    done = true;
    await Promise.all(traffic);

    expect(removals.map(({ status, body }) => [status, body.tokens.transferred])).toEqual([
      [200, TOKENS_EACH + 1],
      [200, TOKENS_EACH],
      [200, TOKENS_EACH],
    ]);
    expect([...statuses]).toEqual([[200, called]]);
    expect(await effectiveScopes(app, await fetchToken(app, application))).toContain('proxies:write');
    for (const { values: own } of people) for (const value of own.slice(0, 20)) expect(await verify(value)).toBe(200);
  }, 120_000);

  it('without an owner every token of a leaver is refused from the moment the removal is answered', async () => {
    expect((await admin.put('/admin/site/owner', { userId: null })).status).toBe(200);
    for (const { person, values } of people.slice(0, LEAVERS)) {
      const application = await registerApplication(person.session);
      const removal = await admin.delete(`/admin/users/${person.id}`);
      // Called at once, with nothing in between.
      const after = await Promise.all(values.slice(0, 100).map(verify));
      expect(removal.body).toMatchObject({
        receiver: null,
        tokens: { transferred: 0, decommissioned: TOKENS_EACH + 1 },
      });
      expect(new Set(after)).toEqual(new Set([401]));
      await expect(fetchToken(app, application)).rejects.toThrow('invalid_client');
    }
    for (const { values } of people.slice(LEAVERS))
      for (const value of values.slice(0, 20)) expect(await verify(value)).toBe(200);
  }, 120_000);
});
