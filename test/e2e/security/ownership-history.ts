import { Application } from '../../../src/applications/application.entity.js';
import { CredentialCheck } from '../../../src/principals/credential-check.service.js';
import { Refusal } from '../../../src/principals/refusal.js';
import { SiteTables } from '../../../src/platform/database/site-table.js';
import { Token } from '../../../src/tokens/token.entity.js';
import {
  type ApiClient,
  createPerson,
  createToken,
  PERSON_PASSWORD,
  signIn,
  type TestPerson,
} from '../../support/api-client.js';
import { fetchToken, registerApplication, type RegisteredApplication } from '../../support/registered-application.js';
import type { TestApp } from '../../support/test-app.js';

/** One step of a history; the numbers pick from whatever there is at that moment. */
export interface Step {
  readonly kind:
    | 'create'
    | 'register'
    | 'fetch'
    | 'regrade'
    | 'narrow'
    | 'rotate'
    | 'suspend'
    | 'lift'
    | 'reassign'
    | 'give'
    | 'remove';
  readonly who: number;
  readonly whom: number;
  readonly target: number;
  readonly scopes: readonly string[] | null;
  readonly roles: readonly string[];
}

interface Held {
  readonly id: string;
  value: string;
  readonly application: RegisteredApplication | null;
  /** What a transfer bound it to; null while nothing has. */
  bound: readonly string[] | null;
}

interface Bound {
  readonly application: RegisteredApplication;
  bound: readonly string[] | null;
}

/** Tokens and applications as they change hands, and the rule that a transfer binds them to what they could do, for ever. */
export class OwnershipHistory {
  readonly #people: TestPerson[] = [];
  readonly #tokens: Held[] = [];
  readonly #applications: Bound[] = [];
  readonly log: string[] = [];
  /** A history in which nothing changes hands proves nothing. */
  transfers = 0;
  #count = 0;

  constructor(
    private readonly app: TestApp,
    private readonly admin: ApiClient,
    private readonly name: string,
  ) {}

  async take(step: Step): Promise<void> {
    while (this.#people.length < 2) await this.#join(step.roles);
    this.log.push(`${step.kind} ${JSON.stringify(step)}`);
    await this[step.kind](step);
  }

  /** Every token that can do more than a transfer left it; none, if all is well. */
  async outgrown(): Promise<string[]> {
    const found: string[] = [];
    for (const [index, token] of this.#tokens.entries()) {
      const excess = beyond(await this.#scopesOf(token.value), token.bound);
      if (excess !== null) found.push(`token ${index}: ${excess}`);
    }
    return found;
  }

  /** What each application could fetch now is bound as well. */
  async fetchEach(): Promise<string[]> {
    const found: string[] = [];
    for (const [index, { application, bound }] of this.#applications.entries()) {
      const fetched = await fetchToken(this.app, application).catch(() => null);
      const excess = fetched === null ? null : beyond(await this.#scopesOf(fetched), bound);
      if (excess !== null) found.push(`application ${index}: ${excess}`);
    }
    return found;
  }

  private async create({ who, scopes }: Step): Promise<void> {
    const person = this.#person(who);
    const made = await createToken(person.session, scopes === null ? {} : { scopes }).catch(() => null);
    if (made !== null) this.#tokens.push({ id: made.id, value: made.token, application: null, bound: null });
  }

  private async register({ who, scopes }: Step): Promise<void> {
    const settings = scopes === null ? {} : { scopes };
    const application = await registerApplication(this.#person(who).session, settings).catch(() => null);
    if (application === null) return;
    this.#applications.push({ application, bound: null });
    this.#tokens.push({ id: application.accessTokenId, value: application.accessToken, application, bound: null });
  }

  private async fetch({ target }: Step): Promise<void> {
    const chosen = this.#applications[target % Math.max(1, this.#applications.length)];
    if (chosen === undefined) return;
    const value = await fetchToken(this.app, chosen.application).catch(() => null);
    if (value === null) return;
    const id = (await this.#principal(value))?.credential.id ?? '';
    this.#tokens.push({ id, value, application: chosen.application, bound: chosen.bound });
  }

  private async regrade({ who, roles }: Step): Promise<void> {
    await this.admin.patch(`/admin/users/${this.#person(who).id}`, { roles });
  }

  private async suspend({ who, target }: Step): Promise<void> {
    const person = this.#person(who);
    await this.admin.post(`/admin/users/${person.id}/${target % 2 === 0 ? 'suspend' : 'resume'}`);
    if (target % 2 === 1) await this.#signInAgain(person);
  }

  /** By whoever owns it now. A PATCH never lifts a ceiling, even when it asks for more. */
  private async narrow({ target, scopes }: Step): Promise<void> {
    const token = this.#token(target);
    if (token === undefined) return;
    for (const session of this.#sessions()) await session.patch(`/tokens/${token.id}`, { scopes });
  }

  private async rotate({ target }: Step): Promise<void> {
    await this.#rotate(target, {});
  }

  /** The owner's explicit act: the only one after which more is allowed. */
  private async lift({ target, scopes }: Step): Promise<void> {
    await this.#rotate(target, { scopes });
  }

  private async reassign({ whom, target }: Step): Promise<void> {
    const token = this.#token(target);
    if (token === undefined) return;
    await this.#transferring(() => {
      return this.admin.post('/admin/tokens/reassign', { toUserId: this.#person(whom).id, tokenIds: [token.id] });
    });
  }

  private async give({ who, whom }: Step): Promise<void> {
    const [from, to] = [this.#person(who), this.#person(whom)];
    await this.#transferring(() => {
      return this.admin.post('/admin/tokens/reassign', { fromUserId: from.id, toUserId: to.id });
    });
  }

  private async remove({ who, whom, target, roles }: Step): Promise<void> {
    const [leaver, receiver] = [this.#person(who), this.#person(whom)];
    const query = target % 3 === 0 || receiver === leaver ? '' : `?reassignTo=${receiver.id}`;
    const status = await this.#transferring(() => this.admin.delete(`/admin/users/${leaver.id}${query}`));
    if (status !== 200) return;
    this.#people.splice(this.#people.indexOf(leaver), 1);
    await this.#join(roles);
  }

  /** Around a transfer: whatever changed hands is bound to what it could do before, and can do no more right after. */
  async #transferring(transfer: () => Promise<{ status: number }>): Promise<number> {
    const before = await this.#owners();
    const scopes = new Map<Held, readonly string[]>();
    for (const token of this.#tokens) scopes.set(token, await this.#scopesOf(token.value));
    const potential = new Map<Bound, readonly string[]>();
    for (const each of this.#applications) {
      const fetched = await fetchToken(this.app, each.application).catch(() => null);
      potential.set(each, fetched === null ? [] : await this.#scopesOf(fetched));
    }
    const { status } = await transfer();
    if (status !== 200) return status;
    const after = await this.#owners();
    for (const token of this.#tokens) {
      if (before.get(token.id) === after.get(token.id)) continue;
      this.transfers++;
      token.bound = scopes.get(token) ?? [];
    }
    for (const each of this.#applications)
      if (before.get(each.application.id) !== after.get(each.application.id)) each.bound = potential.get(each) ?? [];
    return status;
  }

  /** Who owns each token and application, by its id. */
  async #owners(): Promise<ReadonlyMap<string, string>> {
    const tables = this.app.app.get(SiteTables, { strict: false });
    const rows = [
      ...(await tables.of(Token).acrossSites('a test looks').all()),
      ...(await tables.of(Application).acrossSites('a test looks').all()),
    ];
    return new Map(rows.map(({ id, ownerId }) => [id, ownerId]));
  }

  #token(target: number): Held | undefined {
    return this.#tokens[target % Math.max(1, this.#tokens.length)];
  }

  #person(index: number): TestPerson {
    const person = this.#people[index % this.#people.length];
    if (person === undefined) throw new Error('there are always two');
    return person;
  }

  #sessions(): ApiClient[] {
    return [this.admin, ...this.#people.map(({ session }) => session)];
  }

  async #rotate(target: number, body: object): Promise<void> {
    const token = this.#token(target);
    if (token === undefined) return;
    for (const session of this.#sessions()) {
      const answer = await session.post(`/tokens/${token.id}/rotate`, body);
      if (answer.status !== 200) continue;
      token.value = answer.body.token as string;
      if (answer.body.ceiling === null && 'scopes' in body) token.bound = null;
      return;
    }
  }

  async #join(roles: readonly string[]): Promise<void> {
    this.#people.push(await createPerson(this.app, `${this.name}-${++this.#count}`, [...roles]));
  }

  async #signInAgain(person: TestPerson): Promise<void> {
    const session = await signIn(this.app, person.username, PERSON_PASSWORD).catch(() => person.session);
    this.#people[this.#people.indexOf(person)] = { ...person, session };
  }

  async #scopesOf(value: string): Promise<readonly string[]> {
    return (await this.#principal(value))?.scopes ?? [];
  }

  async #principal(value: string) {
    const result = await this.app.app.get(CredentialCheck, { strict: false }).token(value);
    return result instanceof Refusal ? null : result;
  }
}

function beyond(scopes: readonly string[], bound: readonly string[] | null): string | null {
  const excess = bound === null ? [] : scopes.filter((scope) => !bound.includes(scope));
  return excess.length === 0 ? null : excess.join(' ');
}
