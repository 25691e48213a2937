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

  beforeEach(() => {
    clock = new FixedClock();
    asked = 0;
    const request = () => {
      const answer = JSON.stringify({ access_token: `token-${++asked}`, expires_in: 1_000_000 });
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
});
