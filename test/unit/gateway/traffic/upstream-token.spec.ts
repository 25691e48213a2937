import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Agent } from 'undici';
import { UpstreamToken } from '../../../../src/gateway/traffic/upstreams/upstream-token.js';
import { Secret } from '../../../../src/shared/crypto/secret.js';
import { FixedClock } from '../../../support/fixed-clock.js';

const CREDENTIAL = {
  type: 'client_credentials',
  origins: ['https://tokens.example'],
  tokenUrl: 'https://tokens.example/token',
  clientId: 'gatehouse',
  scope: null,
  audience: null,
  secret: new Secret('a-secret-of-the-upstream'),
} as const;
const HOUR = 3_600_000;

describe('the token of an upstream', () => {
  let clock: FixedClock;
  let token: UpstreamToken;
  let asked: number;
  /** What the token endpoint says beside the token. */
  let said: object;

  beforeEach(() => {
    clock = new FixedClock();
    asked = 0;
    said = { expires_in: 1_000_000 };
    const request = () => {
      const answer = JSON.stringify({ access_token: `token-${++asked}`, ...said });
      return Promise.resolve({ statusCode: 200, body: [Buffer.from(answer)] });
    };
    token = new UpstreamToken(CREDENTIAL, { request } as unknown as Agent, clock);
  });

  /** How many tokens were asked for while each was refused, with this much time between the refusals. */
  const refusedFor = async (times: number, pauseMs: number) => {
    for (let i = 0; i < times; i++) {
      token.refused(await token.current());
      clock.advance(pauseMs);
    }
    return asked;
  };

  it('is another one after its refusal', async () => {
    token.refused(await token.current());
    expect((await token.current()).token.reveal()).toBe('token-2');
  });

  it('is not given up because an earlier one was refused late', async () => {
    const earlier = await token.current();
    clock.advance(HOUR);
    token.refused(earlier);
    await token.current();
    clock.advance(HOUR);
    token.refused(earlier);
    expect((await token.current()).token.reveal()).toBe('token-2');
  });

  it('is asked for more and more rarely, if each is refused', async () => {
    // at 0 s; and then when the one in use is 0, 1, 2, 4, 8, 16 and from there on 30 s old
    expect(await refusedFor(1_000, 0)).toBe(2);
    expect(await refusedFor(61_000 / 100, 100)).toBe(7);
    const before = asked;
    expect((await refusedFor(300_000 / 100, 100)) - before).toBeLessThanOrEqual(11);
  });

  it('is believed to be the reason again, once one was good for half a minute', async () => {
    expect(await refusedFor(61_000 / 100, 100)).toBe(7);
    clock.advance(HOUR);
    token.refused(await token.current());
    await token.current();
    clock.advance(HOUR);
    token.refused(await token.current());
    await token.current();
    clock.advance(1_000);
    token.refused(await token.current());
    expect((await token.current()).token.reveal()).toBe('token-10');
  });

  it('is believed to be the reason again, once one was good for all of its short life', async () => {
    said = { expires_in: 10 };
    for (let hour = 0; hour < 5; hour++) {
      for (let i = 0; i < 3; i++) {
        await token.current();
        clock.advance(9_100);
      }
      const revoked = await token.current();
      clock.advance(500);
      token.refused(revoked);
      expect([hour, (await token.current()) === revoked]).toEqual([hour, false]);
    }
  });

  it('is not asked for more often because each lives shortly and is refused', async () => {
    said = { expires_in: 20 };
    // at 0 s, at once, 1 s later, 2 s later and so on; from then on when each ends
    expect(await refusedFor(600_000 / 100, 100)).toBeLessThanOrEqual(5 + 600 / 16);
  });

  it('has an age that does not depend on the clock', async () => {
    token.refused(await token.current());
    const second = await token.current();
    clock.advance(2_000);
    clock.set(new Date(clock.now().getTime() - HOUR));
    token.refused(second);
    const third = await token.current();
    expect(third.token.reveal()).toBe('token-3');
    clock.set(new Date(clock.now().getTime() + HOUR));
    token.refused(third);
    expect((await token.current()).token.reveal()).toBe('token-3');
  });

  it.each(['Bearer', 'bearer', 'BEARER', 'BearerToken', '', null, undefined])('may have the type %j', async (type) => {
    said = { token_type: type };
    expect((await token.current()).token.reveal()).toBe('token-1');
  });

  it.each(['DPoP', 'mac', 'N_A', 'Bearer, mac', 'xBearer', 7, ['Bearer'], {}])(
    'is not used as a bearer token when its type is %j',
    async (type) => {
      said = { token_type: type };
      await expect(token.current()).rejects.toMatchObject({ code: 'upstream_credential_refused' });
    },
  );
});
