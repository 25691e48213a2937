import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner.js';
import type { DatabaseSettings } from '../../../src/platform/config/settings.js';
import { SqliteQueryRunner } from '../../../src/platform/database/sqlite/sqlite-query-runner.js';
import { KeptAnswers } from '../../../src/platform/idempotency/kept-answers.service.js';
import { Secret } from '../../../src/shared/crypto/secret.js';
import { databaseUnavailable } from '../../../src/shared/errors/general.errors.js';
import { type ApiAnswer, type ApiClient, bearer, createToken, signInAsAdmin } from '../../support/api-client.js';
import { DIALECTS } from '../../support/dialects.js';
import { keyedPost, newKey } from '../../support/keyed-client.js';
import { StoppableProxy } from '../../support/stoppable-proxy.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { createMigratedLocation, discard } from '../../support/test-databases.js';

const STARTS_WITHIN_MS = 120_000;
/** SQLITE_IOERR */
const IO_ERROR = 10;

describe('the reply to a COMMIT that is lost', () => {
  let service: TestApp;
  let admin: ApiClient;
  afterEach(() => {
    jest.restoreAllMocks();
  });

  const caller = async () => bearer(service, (await createToken(admin)).token);
  const wanted = () => ({ name: newKey(), expiresAt: null });

  /** The client got the token that there is, and it works. */
  async function expectOne(answer: ApiAnswer, name: string): Promise<void> {
    expect(answer.status).toBe(201);
    expect((await bearer(service, answer.body.token).get('/auth/me')).status).toBe(200);
    expect(await made(name)).toBe(1);
  }
  const made = async (name: string) =>
    ((await admin.get('/tokens?limit=200')).body.items as { name: string }[]).filter((each) => each.name === name)
      .length;

  const describeOnMysql = DIALECTS.includes('mysql') ? describe : describe.skip;
  describeOnMysql('on mysql', () => {
    let proxy: StoppableProxy;
    let location: DatabaseSettings;
    beforeAll(async () => {
      location = await createMigratedLocation('mysql');
      if (location.kind !== 'mysql') throw new Error('not MySQL');
      const url = new URL(location.url.reveal());
      proxy = await StoppableProxy.to(Number(url.port), url.hostname);
      url.port = String(proxy.port);
      service = await startTestApp('mysql', { settings: { database: { kind: 'mysql', url: new Secret(url.href) } } });
      admin = await signInAsAdmin(service);
    }, STARTS_WITHIN_MS);
    afterAll(async () => {
      await service.stop();
      await proxy.close();
      await discard(location);
    });

    /** Of the next change whose answer is kept. */
    function loseCommit(then?: () => void): void {
      const answers = service.app.get(KeptAnswers, { strict: false });
      const keep = answers.keep.bind(answers);
      jest.spyOn(answers, 'keep').mockImplementationOnce(async (...kept) => {
        await keep(...kept);
        proxy.loseAnswerTo('COMMIT', then);
      });
    }

    it('[60] by the network costs the client nothing: the answer was kept with the change', async () => {
      const [client, body, key] = [await caller(), wanted(), newKey()];
      loseCommit();
      const answer = await keyedPost(client, '/tokens', body, key);
      expect(answer.headers.get('idempotent-replayed')).toBe('true');
      await expectOne(answer, body.name);
      await expectOne(await keyedPost(client, '/tokens', body, key), body.name);
    });

    it('[60] with the database is 503, and the same call is answered once it is back: one token', async () => {
      const [client, body, key] = [await caller(), wanted(), newKey()];
      loseCommit(() => {
        proxy.stop();
      });
      const lost = await keyedPost(client, '/tokens', body, key);
      expect(lost).toMatchObject({ status: 503, body: { code: 'database_unavailable' } });
      expect(lost.headers.get('retry-after')).toBe('1');
      proxy.go();
      let answer = await keyedPost(client, '/tokens', body, key);
      while (answer.status === 503) answer = await keyedPost(client, '/tokens', body, key);
      expect(answer.headers.get('idempotent-replayed')).toBe('true');
      await expectOne(answer, body.name);
    });

    it('[60] of a rotation leaves the client with the new value, though its old one is over', async () => {
      const client = await caller();
      loseCommit();
      const answer = await keyedPost(client, '/tokens/current/rotate', {}, newKey());
      expect(answer.status).toBe(200);
      expect((await client.get('/auth/me')).status).toBe(401);
      expect((await bearer(service, answer.body.token).get('/auth/me')).status).toBe(200);
    });
  });

  describe('on sqlite', () => {
    beforeAll(async () => {
      service = await startTestApp('sqlite');
      admin = await signInAsAdmin(service);
    }, STARTS_WITHIN_MS);
    afterAll(() => service.stop());

    it('[60] after the commit: the same call gets what was made', async () => {
      const [client, body, key] = [await caller(), wanted(), newKey()];
      failCommit('after');
      jest
        .spyOn(service.app.get(KeptAnswers, { strict: false }), 'find')
        .mockResolvedValueOnce(null)
        .mockRejectedValueOnce(databaseUnavailable());
      expect(await keyedPost(client, '/tokens', body, key)).toMatchObject({ status: 503 });
      expect(await made(body.name)).toBe(1);
      await expectOne(await keyedPost(client, '/tokens', body, key), body.name);
    });

    it('[60] a deadlock at the commit: the call is made again as a whole, and answered with what was committed', async () => {
      const [client, body, key] = [await caller(), wanted(), newKey()];
      failCommit('before', { code: 'ER_LOCK_DEADLOCK' });
      const answer = await keyedPost(client, '/tokens', body, key);
      expect(answer.headers.has('idempotent-replayed')).toBe(false);
      await expectOne(answer, body.name);
    });

    it('[60] before the commit: the same call makes it', async () => {
      const [client, body, key] = [await caller(), wanted(), newKey()];
      failCommit('before');
      expect(await keyedPost(client, '/tokens', body, key)).toMatchObject({ status: 503 });
      expect(await made(body.name)).toBe(0);
      await expectOne(await keyedPost(client, '/tokens', body, key), body.name);
    });
  });
});

/** The next commit fails, and the caller learns no more than that: the disk does, or as it is said here. */
function failCommit(when: 'before' | 'after', failure: object = { errcode: IO_ERROR }): void {
  jest.spyOn(SqliteQueryRunner.prototype, 'commitTransaction').mockImplementationOnce(async function (
    this: SqliteQueryRunner,
  ) {
    if (when === 'after') await BetterSqlite3QueryRunner.prototype.commitTransaction.call(this);
    throw Object.assign(new Error('it failed'), failure);
  });
}
