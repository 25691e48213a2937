import type { Act, Answer, Request } from './act.js';
import type { Callers } from './callers.js';
import { ELSEWHERE, isWithin } from './model/networks.js';
import type { Caller } from './model/principal.js';
import type { World } from './model/world.js';
import type { Service } from './service.js';
import type { Sights } from './watch.js';

/** How far a credential goes, as the service itself says it. */
export interface Reach {
  readonly scopes: readonly string[];
  readonly account: string;
  /** Seconds since the epoch; infinite is never. */
  readonly end: number;
  readonly networks: readonly string[] | null;
}

const MAKING = /\/(tokens|applications|rotate|secrets|token)$/;
const FROM_ELSEWHERE = '203.0.113.7';

/**
 * contract §1, "One rule of authority", from answers alone: what a credential makes is at that moment within what the service
 * said of its maker just before. It knows none of the rules by which the model says what is allowed.
 */
export class Bounds {
  /** By the ids of tokens and secrets, as the answers that made or changed them said. */
  readonly #networks = new Map<string, readonly string[] | null>();
  readonly #secretEnds = new Map<string, number>();

  constructor(
    private readonly service: Service,
    private readonly callers: Callers,
  ) {}

  /** Before a call. Null when it makes nothing, its caller is refused, or proves itself with a password. */
  async ofMaker(world: World, { caller, request }: Act): Promise<Reach | null> {
    if (request.method !== 'POST' || !MAKING.test(request.path)) return null;
    if (caller === 'nobody' || caller.by === 'developer secret') return null;
    if (caller.by === 'secret') {
      const end = this.#secretEnds.get(caller.secretId);
      return end === undefined ? null : { scopes: [], account: '', end, networks: null };
    }
    const networks = caller.by === 'token' ? (this.#networks.get(caller.tokenId) ?? null) : null;
    return this.#reach(this.callers.headersOf(world, caller), networks);
  }

  /** After it: what was made that goes further than its maker. */
  async violations(
    world: World,
    { caller, request }: Act,
    maker: Reach | null,
    { status, body, tokenId }: Answer,
  ): Promise<string[]> {
    if (status >= 300) return [];
    this.#learn(body);
    if (maker === null || caller === 'nobody') return [];
    const limit = isRegeneration(world, caller, request) ? { ...maker, end: Infinity } : maker;
    const secretEnd = timeOf(body['clientSecretExpiresAt']);
    const made = [body['token'], body['accessToken'], body['access_token']].filter((text) => typeof text === 'string');
    const id = typeof body['id'] === 'string' ? body['id'] : (tokenId ?? '');
    const reaches = await Promise.all(made.map((text) => this.#ofMade(text, id)));
    return [
      ...(typeof body['clientSecret'] === 'string' && secretEnd > limit.end ? ['a secret outlives its maker'] : []),
      ...reaches.flatMap((reach) => (reach === null ? [] : beyond(reach, limit, caller.by === 'secret'))),
    ].map((what) => `${request.method} ${request.path}: ${what}`);
  }

  async #ofMade(text: string, id: string): Promise<Reach | null> {
    return this.#reach({ authorization: `Bearer ${text}` }, this.#networks.get(id) ?? null);
  }

  async #reach(headers: Readonly<Record<string, string>>, networks: Reach['networks']): Promise<Reach | null> {
    const address = networks?.join() === ELSEWHERE.join() ? FROM_ELSEWHERE : undefined;
    const answer = await this.service.call({ method: 'GET', path: '/verify' }, headers, address);
    if (answer.status !== 200) return null;
    const scopes = String(answer.headers['x-auth-scopes']).split(' ').filter(Boolean);
    const isSession = 'cookie' in headers; // bounded by the rights of its person alone
    const end = isSession ? Infinity : timeOf(answer.headers['gatehouse-token-expiration']);
    return { scopes, account: String(answer.headers['x-auth-account']), end, networks };
  }

  #learn(body: Answer['body']): void {
    const { id, allowedNetworks, secrets } = body;
    if (typeof id === 'string' && allowedNetworks !== undefined)
      this.#networks.set(id, allowedNetworks as readonly string[] | null);
    if (Array.isArray(secrets))
      for (const secret of secrets as { readonly id: string; readonly expiresAt: string | null }[])
        this.#secretEnds.set(secret.id, Math.min(timeOf(secret.expiresAt), timeOf(body['endsAt'])));
    else if (typeof body['clientSecret'] === 'string')
      this.#secretEnds.set(String(id), timeOf(body['clientSecretExpiresAt']));
  }

  /** Which of two at once came last, their answers don't say: what they say of the ends of secrets is not kept. */
  forgetEnds(): void {
    this.#secretEnds.clear();
  }
}

/** Live values whose owner, as the service names them, is no active user. */
export function orphans(world: World, sights: Sights): string[] {
  return [...sights].flatMap(([text, sight]) => {
    const [ownerId = '', ...rest] = sight.split(' ');
    if (rest.length === 0 || world.users.get(ownerId)?.status === 'active') return [];
    return [`…${text.slice(-6)} works, and its owner is not active`];
  });
}

/** contract §1: the access token of an application regenerates itself for the application's lifetime. */
function isRegeneration(world: World, caller: Caller, { path }: Request): boolean {
  if (caller.by !== 'token' || !/^\/applications\/[^/]+\/token$/.test(path)) return false;
  const applicationId = world.tokens.get(caller.tokenId)?.applicationId;
  return applicationId !== null && applicationId !== undefined && path.includes(applicationId);
}

function beyond(made: Reach, maker: Reach, isOfSecret: boolean): string[] {
  const extra = isOfSecret ? [] : made.scopes.filter((scope) => !maker.scopes.includes(scope));
  return [
    ...(extra.length > 0 ? [`it holds ${extra.join(' ')}, which its maker lacks`] : []),
    ...(maker.account !== '' && made.account !== maker.account ? ['it leaves the account of its maker'] : []),
    ...(made.end > maker.end ? ['it outlives its maker'] : []),
    ...(isWithin(made.networks, maker.networks) ? [] : ['it leaves the networks of its maker']),
  ];
}

function timeOf(time: unknown): number {
  return typeof time === 'string' ? Math.floor(new Date(time).getTime() / 1000) : Infinity;
}
