import { CredentialCheck } from '../../../src/principals/credential-check.service.js';
import { Refusal } from '../../../src/principals/refusal.js';
import { areWithin } from '../../../src/shared/networks/network-list.js';
import type { Principal } from '../../../src/shared/authz/principal.js';
import { anonymous, ApiClient, basic, bearer, type TestPerson } from '../../support/api-client.js';
import type { TestApp } from '../../support/test-app.js';

/** One step of a history. `by` and `target` pick from whatever there is at that moment. */
export interface Step {
  readonly kind:
    'mint' | 'rotate' | 'patch' | 'register' | 'patchApplication' | 'renew' | 'addSecret' | 'trade' | 'hour';
  readonly by: number;
  readonly target: number;
  readonly scopes: readonly string[] | null | undefined;
  readonly hours: number | null | undefined;
  readonly accountId: string | null | undefined;
  readonly networks: readonly string[] | null | undefined;
}

interface Held {
  readonly kind: 'session' | 'token' | 'secret';
  value: string;
  readonly tokenId: string | null;
  readonly application: Application | null;
  /** The credential that made it, or changed it last; null for the session and what it made. */
  maker: Held | null;
  /** An application's tokens and secrets live as long as the application says (contract §1, "One rule of authority"). */
  readonly ownLifetime: boolean;
  client: ApiClient;
}

interface Application {
  readonly id: string;
  readonly clientId: string;
}

const HOUR = 3_600_000;

/** A person's credentials as they make and change each other, and the rule that none outgrows what made it. */
export class MintingHistory {
  readonly #held: Held[];
  readonly #log: string[] = [];

  constructor(
    private readonly app: TestApp,
    person: TestPerson,
  ) {
    this.#held = [
      {
        kind: 'session',
        value: '',
        tokenId: null,
        application: null,
        maker: null,
        ownLifetime: false,
        client: person.session,
      },
    ];
  }

  get log(): readonly string[] {
    return this.#log;
  }

  /** How many credentials came to be: a history in which nothing is minted proves nothing. */
  get size(): number {
    return this.#held.length;
  }

  async take(step: Step): Promise<void> {
    const [by, target] = [
      this.#held.indexOf(this.#by(step)),
      this.#held.findIndex((held) => held === this.#token(step)),
    ];
    const answer = await this[step.kind](step);
    if (answer === null) return;
    const { scopes, hours } = step;
    this.#log.push(`${step.kind} by ${by} of ${target} ${JSON.stringify({ scopes, hours })}: ${answer.status}`);
    if (answer.status >= 500) throw new Error(JSON.stringify(answer.body));
  }

  /** Each credential that does more than the one that made it; none, if all is well. */
  async outgrown(): Promise<string[]> {
    const found: string[] = [];
    for (const [index, held] of this.#held.entries()) {
      if (held.maker === null || held.maker.kind === 'session') continue;
      const [made, maker] = [await this.#principal(held), await this.#principal(held.maker)];
      if (made === null || maker === null) continue;
      const excess = excessOf(made, maker, held.ownLifetime);
      if (excess !== null) found.push(`${index} by ${this.#held.indexOf(held.maker)}: ${excess}`);
    }
    return found;
  }

  private async mint(step: Step) {
    const by = this.#by(step);
    const answer = await by.client.post('/tokens', {
      name: 'x',
      expiresAt: this.#time(step.hours),
      ...definedOf({ scopes: step.scopes, accountId: step.accountId, allowedNetworks: step.networks }),
    });
    if (answer.status === 201) await this.#addToken(answer.body.token as string, by, null);
    return answer;
  }

  private async rotate(step: Step) {
    const [by, target] = [this.#by(step), this.#token(step)];
    if (target === null) return null;
    const expiresAt = step.hours === undefined ? {} : { expiresAt: this.#time(step.hours) };
    const answer = await by.client.post(`/tokens/${target.tokenId ?? ''}/rotate`, expiresAt);
    if (answer.status !== 200) return answer;
    if (step.hours !== undefined) this.#changed([target], by);
    else if (by !== target) target.maker = by;
    target.value = answer.body.token as string;
    target.client = bearer(this.app, target.value);
    return answer;
  }

  private async patch(step: Step) {
    const [by, target] = [this.#by(step), this.#token(step)];
    if (target === null) return null;
    const body = definedOf({ scopes: step.scopes, allowedNetworks: step.networks });
    const answer = await by.client.patch(`/tokens/${target.tokenId ?? ''}`, body);
    if (answer.status === 200) this.#changed([target], by);
    return answer;
  }

  private async register(step: Step) {
    const by = this.#by(step);
    const tokenFormat = step.target % 2 === 0 ? 'opaque' : 'jwt';
    const answer = await by.client.post('/applications', {
      name: 'x',
      tokenFormat,
      ...definedOf({ scopes: step.scopes }),
    });
    if (answer.status !== 201) return answer;
    const { id, clientId, clientSecret, accessToken } = answer.body as Record<string, string>;
    const application = { id: id ?? '', clientId: clientId ?? '' };
    this.#addSecret(clientSecret ?? '', by, application);
    await this.#addToken(accessToken ?? '', by, application);
    return answer;
  }

  private async patchApplication(step: Step) {
    const [by, application] = [this.#by(step), this.#application(step)];
    if (application === null) return null;
    const answer = await by.client.patch(`/applications/${application.id}`, definedOf({ scopes: step.scopes }));
    const own = this.#held.filter((held) => held.application === application);
    if (answer.status === 200) this.#changed(own, by);
    return answer;
  }

  private async renew(step: Step) {
    const [by, application] = [this.#by(step), this.#application(step)];
    if (application === null) return null;
    const answer = await by.client.post(`/applications/${application.id}/token`);
    if (answer.status === 201) await this.#addToken(answer.body.accessToken as string, by, application);
    return answer;
  }

  private async addSecret(step: Step) {
    const [by, application] = [this.#by(step), this.#application(step)];
    if (application === null) return null;
    const answer = await by.client.post(`/applications/${application.id}/secrets`, { graceSeconds: 0 });
    if (answer.status === 201) this.#addSecret(answer.body.clientSecret as string, by, application);
    return answer;
  }

  private async trade(step: Step) {
    const secrets = this.#held.filter(({ kind }) => kind === 'secret');
    const by = secrets[step.by % Math.max(1, secrets.length)];
    if (by?.application === null || by === undefined) return null;
    const words = [
      ...(step.scopes ?? []),
      ...(typeof step.accountId === 'string' ? [`account:${step.accountId}`] : []),
    ];
    const form = { grant_type: 'client_credentials', ...(words.length === 0 ? {} : { scope: words.join(' ') }) };
    const answer = await anonymous(this.app).form('/oauth/token', form, basic(by.application.clientId, by.value));
    if (answer.status === 200) await this.#addToken(answer.body.access_token as string, by, by.application);
    return answer;
  }

  private async hour(step: Step) {
    const secrets = this.#held.filter(({ kind }) => kind === 'secret');
    const by = secrets[step.by % Math.max(1, secrets.length)];
    if (by === undefined) return null;
    const answer = await by.client.call('POST', '/auth/token');
    if (answer.status === 200) await this.#addToken(answer.body.access_token as string, by, by.application);
    return answer;
  }

  #by({ by }: Step): Held {
    const callers = this.#held.filter(({ kind }) => kind !== 'secret');
    const caller = callers[by % callers.length];
    if (caller === undefined) throw new Error('there is always the session');
    return caller;
  }

  #token({ target }: Step): Held | null {
    const tokens = this.#held.filter(({ tokenId }) => tokenId !== null);
    return tokens[target % Math.max(1, tokens.length)] ?? null;
  }

  #application({ target }: Step): Application | null {
    const all = [...new Set(this.#held.flatMap(({ application }) => (application === null ? [] : [application])))];
    return all[target % Math.max(1, all.length)] ?? null;
  }

  #time(hours: number | null | undefined): string | null {
    return typeof hours === 'number' ? new Date(this.app.clock.now().getTime() + hours * HOUR).toISOString() : null;
  }

  async #addToken(value: string, maker: Held, application: Application | null): Promise<void> {
    const held: Held = {
      kind: 'token',
      value,
      tokenId: null,
      application,
      maker,
      ownLifetime: application !== null,
      client: bearer(this.app, value),
    };
    const tokenId = (await this.#principal(held))?.credential.id ?? null;
    this.#held.push({ ...held, tokenId });
  }

  #addSecret(value: string, maker: Held, application: Application): void {
    const client = new ApiClient(this.app, { authorization: `Secret ${value}` });
    this.#held.push({ kind: 'secret', value, tokenId: null, application, maker, ownLifetime: true, client });
  }

  /** What they made before was within what they were then; from now on they answer to whoever changed them. */
  #changed(targets: readonly Held[], by: Held): void {
    for (const held of this.#held) {
      const isOneOfThem = held.maker !== null && targets.includes(held.maker) && !targets.includes(held);
      if (isOneOfThem) held.maker = null;
    }
    for (const target of targets)
      if (target !== by && !(target.maker && targets.includes(target.maker))) target.maker = by;
  }

  async #principal({ kind, value }: Held): Promise<Principal | null> {
    const check = this.app.app.get(CredentialCheck, { strict: false });
    const result = kind === 'secret' ? await check.secret(value) : await check.token(value);
    return result instanceof Refusal ? null : result;
  }
}

function excessOf(made: Principal, maker: Principal, ownLifetime: boolean): string | null {
  const wider = made.scopes.filter((scope) => !maker.scopes.includes(scope));
  if (wider.length > 0) return `scopes ${wider.join(' ')}`;
  if (maker.accountId !== null && made.accountId !== maker.accountId) return 'another account';
  const networks = maker.credential.allowedNetworks;
  if (networks !== null && !areWithin(made.credential.allowedNetworks ?? ['0.0.0.0/0'], networks)) return 'networks';
  const [madeEnd, makerEnd] = [made.credential.expiresAt, maker.credential.expiresAt];
  if (!ownLifetime && makerEnd !== null && (madeEnd === null || madeEnd > makerEnd)) return 'a longer life';
  return null;
}

function definedOf(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
