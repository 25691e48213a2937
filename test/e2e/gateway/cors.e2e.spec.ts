import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { CLAIMING_HEADERS } from '../../../src/shared/protocol/claiming-headers.js';
import { GatewayStage } from '../../support/gateway-stage.js';

const ORIGIN = 'https://app.example';
const OWN_EXPOSED = [
  'ETag',
  'Gatehouse-Token-Expiration',
  'Idempotent-Replayed',
  'X-Request-Id',
  'Retry-After',
  'WWW-Authenticate',
];
const namesIn = (value: string | null) => (value ?? '').split(', ').filter((name) => name !== '');

describe('a page of a listed origin', () => {
  let stage: GatewayStage;
  let token: string;
  let path: string;

  beforeAll(async () => {
    stage = await GatewayStage.start('sqlite', { corsOrigins: [ORIGIN] });
    token = await stage.token();
    ({ path } = await stage.deployed());
  });
  afterAll(() => stage.stop());
  afterEach(() => {
    stage.upstream.reset();
  });

  const preflight = async (names: string | null, { at = path, method = 'GET', origin = ORIGIN } = {}) => {
    const asked = names === null ? {} : { 'access-control-request-headers': names };
    const headers = { origin, 'access-control-request-method': method, ...asked };
    const answer = await stage.app.fetch(at, { method: 'OPTIONS', headers });
    return { answer, allowed: namesIn(answer.headers.get('access-control-allow-headers')) };
  };
  const exposed = async (headers: Record<string, string | string[]>, origin = ORIGIN) => {
    stage.upstream.answer = (_, response) => response.writeHead(200, headers).end('{}');
    const answer = await stage.app.fetch(path, { headers: { authorization: `Bearer ${token}`, origin } });
    expect(answer.status).toBe(200);
    return answer.headers.get('access-control-expose-headers');
  };

  describe('asks before it calls an upstream', () => {
    it.each([
      'x-api-version',
      'x-grpc-web',
      'grpc-timeout',
      'if-none-match',
      'x-csrf-token',
      'traceparent',
      'X-Own_Name',
      'x-a,x-b, x-c',
    ])('and may send %s', async (names) => {
      const { answer, allowed } = await preflight(names);
      expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([204, ORIGIN]);
      expect(allowed).toEqual(expect.arrayContaining(names.split(/,\s*/)));
      expect(allowed).toEqual(expect.arrayContaining(['Authorization', 'Content-Type', 'X-Account-Id']));
      expect(answer.headers.get('vary')).toBe('Origin, Access-Control-Request-Headers');
      expect(stage.upstream.received).toEqual([]);
    });

    it('and may not send what would not be passed on', async () => {
      const names = CLAIMING_HEADERS.flatMap((group) => group.names).map((name) => name.replace('*', 'made-up'));
      const { allowed } = await preflight([...names, 'X_Auth_User_Id', 'x-stays'].join(', '));
      const ours = (await preflight(null)).allowed;
      expect(allowed).toEqual([...ours, 'x-stays']);
    });

    it('and gets nothing allowed that is no name', async () => {
      const ours = (await preflight(null)).allowed;
      expect((await preflight('x a, *, é, , x-b;c, "x"')).allowed).toEqual(ours);
    });

    it('with each method that a rule can name', async () => {
      const { answer } = await preflight(null, { method: 'OPTIONS' });
      expect(namesIn(answer.headers.get('access-control-allow-methods'))).toEqual(
        expect.arrayContaining(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']),
      );
    });

    it('[41] and gets nothing at all, if its origin is not listed', async () => {
      const { answer, allowed } = await preflight('x-api-version', { origin: 'https://evil.example' });
      expect(allowed).toEqual([]);
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    });

    it('and outside of the gateway may send what the service takes, as ever', async () => {
      const { allowed } = await preflight('x-api-version, if-match', { at: '/api/v1/tokens' });
      expect(allowed).toContain('If-Match');
      expect(allowed).not.toContain('x-api-version');
    });
  });

  describe('reads from the answer of an upstream', () => {
    it('what the upstream exposes, and what we do', async () => {
      const value = await exposed({ 'access-control-expose-headers': 'X-Total-Count, Link', 'x-total-count': '7' });
      expect(namesIn(value)).toEqual([...OWN_EXPOSED, 'X-Total-Count', 'Link']);
    });

    it('also where the upstream says so in several lines', async () => {
      const value = await exposed({ 'access-control-expose-headers': ['grpc-status', 'grpc-message,x-a'] });
      expect(namesIn(value)).toEqual([...OWN_EXPOSED, 'grpc-status', 'grpc-message', 'x-a']);
    });

    it('each header by its name, where the upstream exposes all', async () => {
      const value = await exposed({ 'access-control-expose-headers': '*', 'x-one': '1', 'set-cookie': 'a=b' });
      expect(namesIn(value)).toEqual(expect.arrayContaining([...OWN_EXPOSED, '*', 'x-one']));
      expect(namesIn(value)).not.toContain('set-cookie');
    });

    it('nothing that is no name', async () => {
      const value = await exposed({ 'access-control-expose-headers': 'x a, , x-b;c, x-d' });
      expect(namesIn(value)).toEqual([...OWN_EXPOSED, 'x-d']);
    });

    it('what we expose, where the upstream says nothing', async () => {
      expect(namesIn(await exposed({}))).toEqual(OWN_EXPOSED);
    });

    it('[41] nothing, if its origin is not listed', async () => {
      const value = await exposed({ 'access-control-expose-headers': 'x-a' }, 'https://evil.example');
      expect(value).toBeNull();
    });

    it('only as one of the listed origins: what else the upstream says about origins stays behind', async () => {
      stage.upstream.answer = (_, response) => {
        response.writeHead(200, {
          'access-control-allow-origin': '*',
          'access-control-allow-credentials': 'false',
          'access-control-max-age': '1',
        });
        response.end('{}');
      };
      const { headers } = await stage.app.fetch(path, {
        headers: { authorization: `Bearer ${token}`, origin: ORIGIN },
      });
      expect([
        headers.get('access-control-allow-origin'),
        headers.get('access-control-allow-credentials'),
        headers.get('access-control-max-age'),
      ]).toEqual([ORIGIN, 'true', null]);
    });
  });
});
