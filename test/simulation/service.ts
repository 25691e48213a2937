import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { OPERATOR } from '../../src/platform/audit/audit.types.js';
import { databaseUnavailable } from '../../src/shared/errors/general.errors.js';
import { SiteTables } from '../../src/platform/database/site-table.js';
import type { Tx } from '../../src/platform/database/transaction.js';
import { UnitOfWork, type UnitOfWorkOptions } from '../../src/platform/database/unit-of-work.js';
import { SessionCookie } from '../../src/directory/sessions/session-cookie.service.js';
import { Sessions } from '../../src/directory/sessions/sessions.service.js';
import {
  type ProvisionedSite,
  SiteProvisioning,
  type SitePlan,
} from '../../src/directory/provisioning/site-provisioning.service.js';
import type { SiteId } from '../../src/shared/ids/site-id.js';
import { TokenValue } from '../../src/tokens/token-value.entity.js';
import type { TestApp } from '../support/test-app.js';
import type { Answer, Request } from './act.js';
import { cheapened } from './cheap.js';
import type { User } from './model/world.js';

const FROM_HERE = { requestId: 'simulation', address: '127.0.0.1', userAgent: null } as const;

type Headers = Readonly<Record<string, string>>;

export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The real service in this process, called without a socket. */
export class Service {
  readonly #units: UnitOfWork;
  /** Of the call alone: what is written behind it, such as last uses, has units of its own. */
  readonly #crash = new AsyncLocalStorage<{ isDue: boolean }>();

  #addresses = 0;

  private constructor(readonly app: TestApp) {
    this.#units = app.app.get(UnitOfWork, { strict: false });
    this.#makeCrashable();
  }

  static async of(app: TestApp): Promise<Service> {
    await cheapened(app);
    return new Service(app);
  }

  /** The change of this call dies between its last statement and its commit. */
  async crashing<T>(call: () => Promise<T>): Promise<T> {
    const crash = { isDue: true };
    try {
      return await this.#crash.run(crash, call);
    } finally {
      crash.isDue = false;
      this.#crash.disable(); // or every promise until the next crash would be dearer
    }
  }

  async call({ method, path, body, form }: Request, headers: Headers, remoteAddress = '127.0.0.1'): Promise<RawAnswer> {
    const isOutside = /^\/(api|oauth|verify)\b/.test(path);
    const answer = await this.app.app
      .getHttpAdapter()
      .getInstance()
      .inject({
        method,
        url: isOutside ? path : this.app.settings.apiPrefix + path,
        remoteAddress,
        headers: { ...contentOf(body, form), ...headers },
        ...(body !== undefined && { payload: JSON.stringify(body) }),
        ...(form !== undefined && { payload: new URLSearchParams(form).toString() }),
      });
    if (answer.statusCode === 503) throw databaseUnavailable({ retryAfterSeconds: 1 });
    const isJson = String(answer.headers['content-type'] ?? '').includes('json');
    const parsed: unknown = isJson && answer.payload !== '' ? JSON.parse(answer.payload) : {};
    return { status: answer.statusCode, headers: answer.headers, body: parsed as Record<string, unknown> };
  }

  /** Another one for each call without a credential of its own: limits on guesses are not what is simulated. */
  strangersAddress(): string {
    this.#addresses++;
    return `10.${(this.#addresses >> 16) & 255}.${(this.#addresses >> 8) & 255}.${this.#addresses & 255}`;
  }

  /** The answers of grants name no id; the table of values does. */
  async tokenIdOf(value: unknown): Promise<string | null> {
    if (typeof value !== 'string') return null;
    const hash = createHash('sha256').update(value).digest('hex');
    const values = this.app.app.get(SiteTables, { strict: false }).of(TokenValue).acrossSites('a simulation looks');
    return (await values.all({ hash }))[0]?.tokenId ?? null;
  }

  async answerOf(raw: RawAnswer): Promise<Answer> {
    return { status: raw.status, body: raw.body, tokenId: await this.tokenIdOf(raw.body['access_token']) };
  }

  /** Another tenant, made as the operator's `site create` makes it. */
  openSite(slug: string, administrator: SitePlan['administrator']): Promise<ProvisionedSite> {
    const opening = this.app.app.get(SiteProvisioning, { strict: false });
    const plan = { name: slug, slug, accountName: 'Default', administrator };
    return this.#units.run((tx) => opening.provision(tx, plan, OPERATOR));
  }

  /** As `POST /auth/login` does, without the time that a password takes. */
  async signIn(
    siteId: string,
    user: Pick<User, 'id' | 'username'>,
  ): Promise<{ readonly id: string; readonly cookie: string }> {
    const sessions = this.app.app.get(Sessions, { strict: false });
    const { id, username } = user;
    const who = { siteId: siteId as SiteId, id, username };
    const session = await this.#units.run((tx) => sessions.start(tx, who, FROM_HERE));
    let line = '';
    const carrier = { request: { headers: {}, url: '/' }, header: (_name: string, value: string) => (line = value) };
    this.app.app.get(SessionCookie, { strict: false }).set(carrier, session.id, session.expiresAt);
    return { id: session.id, cookie: line.split(';')[0] ?? '' };
  }

  /** As `POST /auth/confirm` does, without the time that a password takes. */
  async confirm(siteId: string, sessionId: string): Promise<void> {
    const sessions = this.app.app.get(Sessions, { strict: false });
    await this.#units.run((tx) => sessions.confirm(tx, siteId as SiteId, sessionId));
  }

  #makeCrashable(): void {
    const run = this.#units.run.bind(this.#units);
    this.#units.run = <T>(work: (tx: Tx) => Promise<T>, options?: UnitOfWorkOptions): Promise<T> =>
      run(async (tx) => {
        const result = await work(tx);
        const crash = this.#crash.getStore();
        if (crash?.isDue !== true) return result;
        crash.isDue = false;
        throw new Error('crashed before the commit');
      }, options);
  }
}

function contentOf(body: object | undefined, form: object | undefined): Headers {
  if (body !== undefined) return { 'content-type': 'application/json' };
  return form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
}
