import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  anonymous,
  type ApiAnswer,
  basic,
  createPerson,
  createToken,
  type TestPerson,
} from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { GatewayStage } from '../../support/gateway-stage.js';
import { sampleProxy } from '../../support/sample-proxy.js';
import { registerApplication } from '../../support/registered-application.js';

const upper = (id: string) => id.toUpperCase();
/** Half in capitals, as some clients print a UUID by groups. */
const mixed = (id: string) => id.slice(0, 18).toUpperCase() + id.slice(18);

/** The same thing written in another way that its RFC allows, and what it does not allow. */
forEachDialect((dialect) => {
  let stage: GatewayStage;
  let ben: TestPerson;

  beforeAll(async () => {
    stage = await GatewayStage.start(dialect);
    ben = await createPerson(stage.app, 'ben', ['ROLE_MANAGE_PROXIES']);
  });
  afterAll(() => stage.stop());

  describe('an id in capitals (RFC 9562 §4) is the same id in', () => {
    const project = async () => (await stage.admin.post('/projects', { name: `P${Math.random()}` })).body.id as string;
    const proxy = async (connectionId = stage.connectionId) => {
      const name = `X${Math.random()}`;
      const body = sampleProxy(connectionId, { name, path: `/${name.toLowerCase().replace('.', '')}` });
      return stage.admin.post(`/projects/${stage.project}/proxies`, body);
    };
    const service = async () => {
      const username = `robot-${Math.random().toString(36).slice(2)}`;
      return (await stage.admin.post('/admin/users', { username, kind: 'service' })).body.id as string;
    };

    const PLACES: Record<string, (written: (id: string) => string) => Promise<[unknown, unknown]>> = {
      'a path that is read': async (written) => {
        const id = await project();
        return [(await stage.admin.get(`/projects/${written(id)}`)).body.id, id];
      },
      'a path that is changed': async (written) => {
        const { id } = await createToken(stage.admin);
        return [(await stage.admin.patch(`/tokens/${written(id)}`, { name: 'new' })).body.id, id];
      },
      'a path that is deleted': async (written) => {
        const id = await project();
        return [(await stage.admin.delete(`/projects/${written(id)}`)).status, 204];
      },
      'a path of two ids': async (written) => {
        const { id } = await registerApplication(stage.admin);
        const secret = (await stage.admin.post(`/applications/${written(id)}/secrets`, {})).body.id as string;
        return [(await stage.admin.delete(`/applications/${written(id)}/secrets/${written(secret)}`)).status, 204];
      },
      'a list below an id': async (written) => {
        await proxy();
        const { body } = await stage.admin.get(`/projects/${written(stage.project)}/proxies`);
        return [(body.items as unknown[]).length > 0, true];
      },
      'X-Account-Id': async (written) => [
        (await stage.admin.about(written(stage.accountId)).get(`/projects/${stage.project}`)).body.accountId,
        stage.accountId,
      ],
      'accountId of a token': async (written) => {
        const answer = await stage.admin.post('/tokens', {
          name: 'pinned',
          expiresAt: null,
          accountId: written(stage.accountId),
        });
        return [answer.body.accountId, stage.accountId];
      },
      'scope=account: of a token': async (written) => {
        const client = await registerApplication(stage.admin);
        const form = { grant_type: 'client_credentials', scope: `projects:read account:${written(stage.accountId)}` };
        const answer = await anonymous(stage.app).form(
          '/oauth/token',
          form,
          basic(client.clientId, client.clientSecret),
        );
        return [answer.body.scope ?? answer.body, `projects:read account:${stage.accountId}`];
      },
      '/verify?account=': async (written) => {
        const token = await stage.token();
        const answer = await stage.call(token, 'GET', `/verify?account=${written(stage.accountId)}`);
        return [answer.headers.get('x-auth-account'), stage.accountId];
      },
      'the header of /verify beside the query': async (written) => {
        const token = await stage.token();
        const headers = { 'x-account-id': stage.accountId };
        const answer = await stage.call(token, 'GET', `/verify?account=${written(stage.accountId)}`, headers);
        return [answer.status, 200];
      },
      'the header of the gateway': async (written) => {
        const [token, { path }] = [await stage.token(), await stage.deployed()];
        const answer = await stage.call(token, 'GET', `${path}/x`, { 'x-account-id': written(stage.accountId) });
        return [answer.status, 200];
      },
      'the owner of a filter': async (written) => {
        await createToken(ben.session);
        const { body } = await stage.admin.get(`/admin/tokens?owner=${written(ben.id)}`);
        return [(body.items as unknown[]).length > 0, true];
      },
      'the actor and the subject of the audit log': async (written) => {
        await createToken(ben.session);
        const [actor, subject] = [
          await stage.admin.get(`/admin/audit?actor=${written(ben.id)}`),
          await stage.admin.get(`/admin/audit?subject=${written(ben.id)}`),
        ];
        const counts = [actor, subject].map(({ body }) => (body.items as unknown[]).length > 0);
        return [counts, [true, true]];
      },
      'a cursor': async (written) => {
        await createToken(stage.admin);
        await createToken(stage.admin);
        const { nextCursor } = (await stage.admin.get('/tokens?limit=1')).body as { nextCursor: string };
        const [one, other] = [nextCursor, written(nextCursor)].map((each) => stage.admin.get(`/tokens?cursor=${each}`));
        return [(await other)?.body, (await one)?.body];
      },
      'the connection of a proxy': async (written) => [
        (await proxy(written(stage.connectionId))).body.connectionId,
        stage.connectionId,
      ],
      'the connection of an import': async (written) => {
        const document = { openapi: '3.1.0', info: { title: 'T' }, paths: { '/a': { get: {} } } };
        const body = { document, connectionId: written(stage.connectionId) };
        const answer = await stage.admin.post(`/projects/${stage.project}/proxies/import`, body);
        return [answer.body.connectionId, stage.connectionId];
      },
      'the credential of a connection': async (written) => {
        const name = `C${Math.random()}`;
        const given = { name, type: 'bearer', secret: 'a-long-enough-secret', origins: ['http://10.0.0.9'] };
        const { id } = (await stage.admin.post('/credentials', given)).body as { id: string };
        const wanted = { name, baseUrl: 'http://10.0.0.9', credentialId: written(id), credentialSecret: given.secret };
        const answer = await stage.admin.post('/connections', wanted);
        return [answer.body.credentialId ?? answer.body, id];
      },
      'tokens to reassign, each named twice': async (written) => {
        const [{ id }, to] = [await createToken(ben.session), await service()];
        const body = { toUserId: written(to), tokenIds: [written(id), id] };
        const answer = await stage.admin.post('/admin/tokens/reassign', body);
        return [answer.body.tokens, { transferred: 1 }];
      },
      'the user whose tokens are reassigned': async (written) => {
        const to = await service();
        const body = { toUserId: to, fromUserId: written(ben.id) };
        return [(await stage.admin.post('/admin/tokens/reassign', body)).status, 200];
      },
      'the receiver of a removal': async (written) => {
        const to = await service();
        const leaver = await service();
        const query = `reassignTo=${written(to)}`;
        const preview = await stage.admin.get(`/admin/users/${written(leaver)}/removal?${query}`);
        const removed = await stage.admin.delete(`/admin/users/${leaver}?${query}`);
        return [
          [preview.body.receiver?.id, removed.body.receiver?.id],
          [to, to],
        ];
      },
      'the owner of a site': async (written) => {
        const me = (await stage.admin.get('/auth/me')).body.user.id as string;
        return [(await stage.admin.put('/admin/site/owner', { userId: written(me) })).body.ownerId, me];
      },
      'the repetition of a call': async (written) => {
        const headers = { 'idempotency-key': `key-${Math.random().toString(36).repeat(3)}` };
        const body = { name: `P${Math.random()}` };
        const path = '/projects';
        const first = await stage.admin.post(path, body, { ...headers, 'x-account-id': stage.accountId });
        const again = await stage.admin.post(path, body, { ...headers, 'x-account-id': written(stage.accountId) });
        return [again.body.id ?? again.body, first.body.id];
      },
    };

    it.each(
      Object.keys(PLACES).flatMap((place) => [
        { place, written: upper, letters: 'capitals' },
        { place, written: mixed, letters: 'both' },
      ]),
    )('$place in $letters', async ({ place, written }) => {
      const [found, expected] = (await PLACES[place]?.(written)) ?? [];
      expect(found).toEqual(expected);
      expect(found).toBeDefined();
    });
  });

  describe('a time of RFC 3339 §5.6', () => {
    const made = async (expiresAt: string): Promise<ApiAnswer> => stage.admin.post('/tokens', { name: 't', expiresAt });

    it.each([
      ['2037-01-31T10:20:30Z', '2037-01-31T10:20:30.000Z'],
      ['2037-01-31t10:20:30z', '2037-01-31T10:20:30.000Z'],
      ['2037-01-31t10:20:30.5z', '2037-01-31T10:20:30.500Z'],
      ['2037-01-31T10:20:30.123456789012Z', '2037-01-31T10:20:30.123Z'],
      ['2037-01-31T12:20:30+02:00', '2037-01-31T10:20:30.000Z'],
      ['2037-01-31T10:20:30-00:00', '2037-01-31T10:20:30.000Z'],
      ['2037-01-31t10:20:30+23:59', '2037-01-30T10:21:30.000Z'],
      ['2036-02-29T00:00:00Z', '2036-02-29T00:00:00.000Z'],
      ['2036-12-31T23:59:60Z', '2037-01-01T00:00:00.000Z'],
      ['2036-06-30t23:59:60.25z', '2036-07-01T00:00:00.250Z'],
      ['2036-12-31T15:59:60-08:00', '2037-01-01T00:00:00.000Z'],
      ['2037-01-01T05:29:60+05:30', '2037-01-01T00:00:00.000Z'],
    ])('%s is read', async (written, expected) => {
      expect((await made(written)).body.expiresAt).toBe(expected);
      for (const path of [
        '/admin/audit?to=',
        '/admin/statistics/verifications?to=',
        '/tokens?expiringBefore=',
        '/certificates?expiringBefore=',
        '/admin/tokens?unusedSince=',
      ])
        expect([path, (await stage.admin.get(path + encodeURIComponent(written))).status]).toEqual([
          path,
          path.includes('verifications') ? expect.any(Number) : 200,
        ]);
    });

    it.each([
      ['2037-01-31T10:20:60Z', 'a leap second in the middle of a day'],
      ['2037-01-31T23:59:60Z', 'a leap second in a month that has none'],
      ['2036-12-31T23:59:60+01:00', 'a leap second that is none in UTC'],
      ['2036-12-31T23:59:61Z', 'a 61st second'],
      ['2037-02-29T00:00:00Z', 'a day that the month lacks'],
      ['2037-01-31T24:00:00Z', 'hour 24'],
      ['2037-01-31T10:20:30', 'no offset'],
      ['2037-01-31T10:20:30+24:00', 'an offset of a day'],
      ['2037-01-31T10:20:30+02', 'an offset without minutes'],
      ['2037-01-31T10:20:30.Z', 'no digit of the fraction'],
      ['2037-01-31T10:20:30,5Z', 'a comma'],
      ['2037-01-31 10:20:30Z', 'a blank'],
      ['2037-1-31T10:20:30Z', 'one digit'],
      ['20370131T102030Z', 'the basic form'],
      ['2037-W05-6T10:20:30Z', 'a week'],
      ['+002037-01-31T10:20:30Z', 'six digits of a year'],
      ['2037-01-31T10:20:30\u0130', 'a letter that has no small form'],
      ['9999-12-31T23:59:59-01:00', 'a year of five digits in UTC'],
      ['2037-01-31', 'a date'],
    ])('%s is refused: %s', async (written) => {
      const answer = await made(written);
      expect([answer.status, answer.body.errors?.[0].path]).toEqual([400, 'expiresAt']);
      expect((await stage.admin.get(`/admin/audit?from=${encodeURIComponent(written)}`)).status).toBe(400);
    });
  });

  describe('a number in a query is of decimal digits', () => {
    const WRONG = [
      '0x10',
      '1e2',
      ' 50',
      '50 ',
      '+5',
      '-5',
      '5.0',
      '.5',
      '5_0',
      '0b11',
      'Infinity',
      '',
      '\u0665',
      '\uff15',
      '5,0',
      '1'.repeat(400),
    ];

    it.each(WRONG)('not %j', async (text) => {
      const { id } = (await stage.deployed()) as { id: string };
      const user = (
        await stage.admin.post('/admin/users', { username: `u${Math.random().toString(36).slice(2)}`, kind: 'service' })
      ).body.id as string;
      for (const [path, name] of [
        ['/tokens?limit=', 'limit'],
        ['/admin/audit?limit=', 'limit'],
        ['/admin/roles?limit=', 'limit'],
        [`/proxies/${id}/revisions/1/diff?against=`, 'against'],
        [`/admin/users/${user}/removal?applicationsCursor=`, 'applicationsCursor'],
      ] as const) {
        const answer = await stage.admin.get(path + encodeURIComponent(text));
        expect([path, answer.status, answer.body.errors?.[0].path]).toEqual([path, 400, `query.${name}`]);
      }
      expect((await stage.admin.get(`/tokens?limit=5&limit=${encodeURIComponent(text)}`)).status).toBe(400);
    });

    it('with leading zeros or without', async () => {
      for (const text of ['50', '050', '1', '200'])
        expect([text, (await stage.admin.get(`/tokens?limit=${text}`)).status]).toEqual([text, 200]);
    });

    it('and that of a revision in a path too', async () => {
      const { id } = await stage.deployed();
      for (const text of ['0x1', '1e0', '%201', '+1', '1.0'])
        expect((await stage.admin.get(`/proxies/${id}/revisions/${text}/diff?against=1`)).status).toBe(404);
    });
  });
});
