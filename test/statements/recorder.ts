import { type DynamicModule, Module } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { Database } from '../../src/platform/database/database.js';
import type { Dialect } from '../../src/platform/database/dialect.js';
import { ChangeLog } from '../../src/platform/database/change-clock/change-log.js';
import { PreparedReads } from '../../src/platform/database/prepared-reads.js';
import { SiteTables } from '../../src/platform/database/site-table.js';
import { StaleRows } from '../../src/platform/database/stale-rows.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import type { CleanupRoster } from '../../src/platform/retention/cleanup-steps.js';
import { attribute, currentOwner, methodsOf, type Owner, type OwnerClass } from './attribution.js';
import { type Ask, listen } from './hooks.js';
import { EXPLAIN, hasPlan, type Indexes, isChoice, isOfRows, type Plan, planOf, type RawPlan } from './plans.js';
import { shapeOf } from './statement-shape.js';

export interface Statement {
  readonly sql: string;
  /** Null for one that has none, such as a plain INSERT. */
  readonly plan: Plan | null;
}

/** By method, in the order of the source, the statements that it has sent. */
export type StatementsOfClass = ReadonlyMap<string, readonly Statement[]>;

/** What a class has to be given in order to reach rows; these themselves send nothing of their own. */
const WAYS_TO_ROWS: readonly unknown[] = [SiteTables, PreparedReads, StaleRows, Database];
/** Sends on behalf of every unit of work. */
const OF_UNITS: readonly unknown[] = [ChangeLog];
const WITHOUT_ROWS: readonly unknown[] = [...WAYS_TO_ROWS, UnitOfWork];
/** Of the connection or of the schema, and not of any rows. */
const NO_STATEMENT =
  /^(?:BEGIN|START|COMMIT|ROLLBACK|PRAGMA|SET|SELECT GET_LOCK|SELECT VERSION|EXPLAIN)\b|\b(?:schema_migrations|sqlite_master|information_schema)\b/i;
/**
 * Of MariaDB: waits until what was deleted is cleared away, but not for who else keeps it from that. Until then it guesses that
 * there are more rows than there are, and may take another index.
 */
const CLEAR = 'SET STATEMENT max_statement_time = 0.5 FOR SET GLOBAL innodb_max_purge_lag_wait = 0';

@Module({})
class RecordingModule {}

/** Notes each statement of a service with the method that sent it, and asks the database how it will answer it. */
export class Recorder {
  readonly #found = new Map<OwnerClass, Map<string, Map<string, Plan | null>>>();
  readonly #strays = new Set<string>();
  #indexes: Indexes = new Map();
  #hasBegun = false;

  /** To be made before the service is. */
  constructor(private readonly dialect: Dialect) {
    this.#listen();
  }

  /** To be part of the service: tells its classes before they are made, so that nothing they send is missed. */
  get module(): DynamicModule {
    const useFactory = (modules: ModulesContainer) => {
      const providers = [...modules.values()].flatMap((module) => [...module.providers.values()]);
      for (const { metatype } of providers) if (typeof metatype === 'function') this.#watch(metatype as OwnerClass);
      this.#hasBegun = true;
      return this;
    };
    return { module: RecordingModule, providers: [{ provide: Recorder, inject: [ModulesContainer], useFactory }] };
  }

  stop(): void {
    listen(null);
  }

  /** What is done to the database besides is not the service's. Afterwards plans are made anew. */
  async pause(work: () => Promise<Indexes>): Promise<void> {
    listen(null);
    this.#indexes = await work();
    for (const methods of this.#found.values())
      for (const shapes of methods.values()) for (const shape of shapes.keys()) shapes.set(shape, null);
    this.#listen();
  }

  /** By the name of the class, all methods of all classes that can reach rows, also those that have sent nothing. */
  get statements(): ReadonlyMap<string, StatementsOfClass> {
    const classes = [...this.#found].map(([type, methods]) => {
      const sent = [...methods].map(([method, shapes]) => [method, sorted(shapes)] as const);
      return [type.name, new Map(sent)] as const;
    });
    return new Map(classes.sort(([one], [other]) => (one < other ? -1 : 1)));
  }

  /** What no method has sent that is known here. */
  get strays(): readonly string[] {
    return [...this.#strays].sort();
  }

  /** What scheduled clean-up calls is no method. */
  watchCleanups({ members }: CleanupRoster): void {
    for (const member of members)
      for (const cleanup of 'cleanups' in member ? member.cleanups : []) {
        const owner = { type: member.constructor as OwnerClass, method: `cleanups: ${cleanup.kind}` };
        this.#shapesOf(owner);
        attribute(cleanup, 'batch', owner);
      }
  }

  #watch(type: OwnerClass): void {
    const given = (Reflect.getMetadata('design:paramtypes', type) ?? []) as unknown[];
    const reachesRows = OF_UNITS.includes(type) || given.some((each) => WAYS_TO_ROWS.includes(each));
    if (WITHOUT_ROWS.includes(type) || !reachesRows) return;
    for (const method of methodsOf(type)) {
      this.#shapesOf({ type, method });
      attribute(type.prototype as object, method, { type, method });
    }
  }

  #listen(): void {
    listen((sql, ask) => this.#note(sql, ask));
  }

  async #note(sql: string, ask: Ask): Promise<void> {
    // What came before has made the database.
    if (!this.#hasBegun || NO_STATEMENT.test(sql)) return;
    const owner = currentOwner();
    const shape = shapeOf(sql);
    if (owner === undefined) {
      this.#strays.add(shape);
      return;
    }
    const shapes = this.#shapesOf(owner);
    const known = shapes.get(shape) ?? null;
    if (!hasPlan(sql)) shapes.set(shape, null);
    // Of a row that is not there MySQL tells nothing: then the next such statement is asked about.
    else if (known === null || !isOfRows(known)) {
      const plan = planOf(this.dialect, sql, await this.#explained(sql, ask), this.#indexes);
      shapes.set(shape, known === null || isOfRows(plan) || plan.length > known.length ? plan : known);
    }
  }

  async #explained(sql: string, ask: Ask): Promise<RawPlan> {
    const explaining = `${EXPLAIN[this.dialect]} ${sql}`;
    const raw = (await ask(explaining)) as RawPlan;
    if (this.dialect === 'sqlite' || !isChoice(raw)) return raw;
    await ask(CLEAR, 'none').catch(() => undefined); // MySQL knows no such thing, and this server may not let us
    return (await ask(explaining)) as RawPlan;
  }

  #shapesOf({ type, method }: Owner): Map<string, Plan | null> {
    const methods = this.#found.get(type) ?? new Map<string, Map<string, Plan | null>>();
    const shapes = methods.get(method) ?? new Map<string, Plan | null>();
    this.#found.set(type, methods.set(method, shapes));
    return shapes;
  }
}

function sorted(shapes: ReadonlyMap<string, Plan | null>): Statement[] {
  return [...shapes].map(([sql, plan]) => ({ sql, plan })).sort((one, other) => (one.sql < other.sql ? -1 : 1));
}
