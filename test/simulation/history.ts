import type { Act, Answer } from './act.js';
import { AuditReplay } from './audit-replay.js';
import { Bounds, orphans, type Reach } from './bounds.js';
import { Callers } from './callers.js';
import { copyOf, type World } from './model/world.js';
import { OPERATIONS, type Operation } from './operations/operations.js';
import { Picks } from './random.js';
import type { Service } from './service.js';
import { setStage } from './stage.js';
import type { Step } from './step.js';
import { differences, expected, seen, type Sights } from './watch.js';

/** What was dead at the last look is looked at again every so many steps, and at the end; all else after each step. */
const WHOLE_EVERY = 6;
/** After a refusal, which changes nothing, one of so many is looked at, in turns; after a crash all are. */
const TURNS = 3;
/** After these what was dead may be alive again, and what should have ended for good shows. */
const REVIVING: readonly Operation[] = ['suspendUser', 'suspendAccount'];

export interface Outcome {
  /** Null when all was as the contract says. */
  readonly violation: string | null;
  /** The calls that were made, as far as they came. */
  readonly log: readonly string[];
  /** How often each operation was allowed and refused. */
  readonly counts: ReadonlyMap<string, number>;
}

interface Called {
  readonly operation: Operation;
  readonly act: Act;
  readonly crashes: boolean;
  readonly answer: Answer;
  /** How far its caller went before it; null of two at once. */
  readonly maker: Reach | null;
}

/** One history: the model and the service take the same steps, and after each the one is what the other says. */
export class History {
  readonly #log: string[] = [];
  readonly #counts = new Map<string, number>();
  readonly #dead = new Set<string>();
  readonly #bounds: Bounds;
  #steps = 0;

  private constructor(
    private readonly service: Service,
    private readonly callers: Callers,
    private readonly audit: AuditReplay,
    private world: World,
  ) {
    this.#bounds = new Bounds(service, callers);
  }

  static async run(service: Service, slug: string, steps: readonly Step[]): Promise<Outcome> {
    const { siteId, world } = await setStage(service, slug);
    const history = new History(service, new Callers(service, siteId), new AuditReplay(service, siteId), world);
    const violation = await history.#take(steps);
    return { violation, log: history.#log, counts: history.#counts };
  }

  async #take(steps: readonly Step[]): Promise<string | null> {
    for (const step of steps) {
      this.service.app.clock.advance(step.after);
      this.world.now = this.service.app.clock.now().getTime();
      this.callers.inviteIn(this.world);
      const calls = await this.#calls(step);
      if (calls.length === 0) continue;
      const violation = await this.#judge(calls);
      if (violation !== null) return violation;
    }
    const wanted = expected(this.world);
    const wrong = differences(wanted, await seen(this.service, [...wanted.keys()]));
    return wrong.length === 0 ? this.#auditViolation() : violationOf(wrong);
  }

  async #boundsViolation(calls: readonly Called[], sights: Sights): Promise<string | null> {
    const wrong = orphans(this.world, sights);
    for (const { act, maker, answer } of calls)
      wrong.push(...(await this.#bounds.violations(this.world, act, maker, answer)));
    if (calls.length > 1) this.#bounds.forgetEnds();
    return wrong.length === 0 ? null : violationOf(wrong);
  }

  async #auditViolation(): Promise<string | null> {
    const wrong = await this.audit.differences(this.world);
    return wrong.length === 0 ? null : violationOf(wrong);
  }

  /** All of a step at once. */
  async #calls(step: Step): Promise<Called[]> {
    const planned = [step, ...(step.besides === null ? [] : [step.besides])].flatMap(({ operation, seed }) => {
      const picks = new Picks(seed);
      const act = OPERATIONS[operation][1](this.world, picks);
      return act === null ? [] : [{ operation, act, confirms: picks.chance(0.9) }];
    });
    for (const { act, confirms } of planned) await this.callers.prepare(this.world, act.caller, confirms);
    const crashes = step.crashes && planned.length === 1 && planned[0]?.operation !== 'reportLeak';
    const isAlone = planned.length === 1 && !crashes;
    const called = await Promise.all(
      planned.map(async ({ operation, act }) => {
        const maker = isAlone ? await this.#bounds.ofMaker(this.world, act) : null;
        const answer = crashes ? await this.service.crashing(() => this.#call(act)) : await this.#call(act);
        return { operation, act, crashes, answer, maker };
      }),
    );
    for (const { operation, act, answer } of called) this.#note(operation, act, answer, crashes);
    return called;
  }

  async #call({ caller, request }: Act): Promise<Answer> {
    const isStranger = caller === 'nobody' || request.form !== undefined;
    const headers = isStranger ? {} : this.callers.headersOf(this.world, caller);
    const address = isStranger ? this.service.strangersAddress() : undefined;
    return this.service.answerOf(await this.service.call(request, headers, address));
  }

  #note(operation: Operation, { caller, request }: Act, { status, body }: Answer, crashes: boolean): void {
    const who = caller === 'nobody' ? 'nobody' : `${caller.by}${'text' in caller ? ` …${caller.text.slice(-6)}` : ''}`;
    const code = status < 400 ? '' : ` ${String(body['code'] ?? body['error'])}`;
    const sent = JSON.stringify(request.body ?? request.form ?? {});
    this.#log.push(
      `+${this.world.now} ${who}: ${request.method} ${request.path} ${sent} → ${status}${code}${crashes ? ' (crashes)' : ''}`,
    );
    const kind = `${operation} ${status < 300 ? 'done' : status < 500 ? 'refused' : 'crashed'}`;
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
  }

  /** Two at once are as one after the other, in either order. */
  async #judge(calls: readonly Called[]): Promise<string | null> {
    const orders = calls.length < 2 ? [calls] : [...[calls, [...calls].reverse()]].sort(byWhatTheyMade);
    const worlds = orders.map((order) => inOrder(this.world, order));
    const possible = worlds
      .filter((world) => typeof world !== 'string')
      .map((world) => ({ world, wanted: expected(world) }));
    const [any] = possible;
    if (any === undefined) return worlds.filter((world) => typeof world === 'string').join('\n');
    const sights = await this.#look(any.wanted, calls);
    const judged = possible.map(({ world, wanted }) => ({ world, wrong: differences(wanted, sights) }));
    const right = judged.filter(({ wrong }) => wrong.length === 0).map(({ world }) => world);
    const [first] = right;
    if (first === undefined) return violationOf(judged.map(({ wrong }) => wrong.join('\n  ')));
    this.world = right.length === 1 ? first : await this.#asAudited(right, first);
    return (await this.#boundsViolation(calls, sights)) ?? (this.#isWholeTurn ? this.#auditViolation() : null);
  }

  /** Of worlds that look alike, that of which the audit log tells: nothing that was looked at says which of two calls was first. */
  async #asAudited(alike: readonly World[], otherwise: World): Promise<World> {
    for (const world of alike) if ((await this.audit.differences(world)).length === 0) return world;
    return otherwise;
  }

  get #isWholeTurn(): boolean {
    return this.#steps % WHOLE_EVERY === 0;
  }

  async #look(wanted: Sights, calls: readonly Called[]): Promise<Sights> {
    const isRefused = calls.every(({ answer, crashes }) => answer.status >= 400 && !crashes);
    const mayRevive = !isRefused && calls.some(({ operation }) => REVIVING.includes(operation));
    const turn = ++this.#steps;
    const live = [...wanted].filter(([text, sight]) => sight !== '401' || !this.#dead.has(text)).map(([text]) => text);
    const due = isRefused ? live.filter((_, i) => i % TURNS === turn % TURNS) : live;
    const sights = await seen(this.service, this.#isWholeTurn || mayRevive ? [...wanted.keys()] : due);
    for (const [text, sight] of sights)
      if (sight === '401') this.#dead.add(text);
      else this.#dead.delete(text);
    return sights;
  }
}

function violationOf([first = '']: readonly string[]): string {
  return `the world is not what the contract says\n  ${first}`;
}

/**
 * Of two orders that nothing else tells apart, the one in which ids were made comes first: of two secrets that end the other one
 * after a grace, the later one lives on.
 */
function byWhatTheyMade(one: readonly Called[], other: readonly Called[]): number {
  const isAscending = (order: readonly Called[]) => {
    const [first, second] = order.map(({ answer }) => answer.body['id']);
    return typeof first === 'string' && typeof second === 'string' && first < second;
  };
  return Number(isAscending(other)) - Number(isAscending(one));
}

/** Of two at once, both callers are let in before either has done anything; what makes a credential asks again, under a lock. */
const MAKING: readonly Operation[] = [
  ...(['createToken', 'rotateToken', 'registerApplication', 'renewToken', 'createSecret', 'fetchToken'] as const),
  ...([
    'fetchHourToken',
    'signIn',
    'rotateDeveloperSecret',
    'createServiceToken',
    'registerServiceApplication',
  ] as const),
  ...(['rotateServiceToken', 'createServiceSecret'] as const),
];

/** What becomes of the world by these calls; a text when their answers are not what the contract says. */
function inOrder(world: World, calls: readonly Called[]): World | string {
  const next = copyOf(world);
  for (const { operation, act, answer, crashes } of calls) {
    const isOfBoth = calls.length > 1 && answer.status < 300 && !MAKING.includes(operation);
    const effect = act.judge(next) ?? (isOfBoth ? act.judge(next, world) : null);
    const wanted = effect === null ? 'a refusal' : crashes ? 'a crash' : 'done';
    const { status } = answer;
    const was = status < 300 ? 'done' : status < 500 ? 'a refusal' : 'a crash';
    const isRefusalLost = effect === null && crashes && was === 'a crash'; // as it was written down
    if (was !== wanted && !isRefusalLost)
      return `${operation} should have been ${wanted}: ${status} ${JSON.stringify(answer.body)}`;
    if (effect !== null && !crashes) effect(answer);
  }
  return next;
}
