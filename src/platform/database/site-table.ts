import { Injectable } from '@nestjs/common';
import { getMetadataArgsStorage, type ObjectLiteral } from 'typeorm';
import type { SiteId } from '../../shared/ids/site-id.js';
import { Database } from './database.js';
import { type IdPortion, portionOf, portionQuery, type PortionRow } from './id-portion.js';
import { type Increment, incrementQuery } from './increment.js';
import { Rows } from './rows/rows.js';
import type { Subject } from './subjects.js';
import { managerOf, noteChange, type Tx } from './transaction.js';
import { WritableRows } from './rows/writable-rows.js';

type EntityClass<E> = abstract new () => E;

/** A row that belongs to one site, or to none if `null`. */
export interface OfSite {
  siteId: SiteId | null;
}

/** A table of rows that belong to sites. Nobody can read or write it without naming the site. */
export class SiteTable<E extends OfSite & ObjectLiteral> {
  constructor(
    private readonly database: Database,
    private readonly entity: EntityClass<E>,
  ) {}

  in(siteId: SiteId): Rows<E>;
  in(siteId: SiteId, tx: Tx): WritableRows<E, 'siteId'>;
  in(siteId: SiteId, tx?: Tx): Rows<E> {
    // An empty id would be a bug that reads as "all", so it must not even reach the database.
    if (typeof siteId !== 'string' || siteId === '') throw new Error(`${this.entity.name}: rows of which site?`);
    return rowsOf(this.database, this.entity, { siteId }, tx);
  }

  /** The way around the confinement, for steps that run before the site is known. The reason is for people who read the code. */
  acrossSites(reason: string): Rows<E>;
  acrossSites(reason: string, tx: Tx): WritableRows<E>;
  acrossSites(reason: string, tx?: Tx): Rows<E> {
    if (reason.trim() === '') throw new Error(`${this.entity.name}: why across sites?`);
    return rowsOf(this.database, this.entity, {}, tx);
  }
}

/** A table of the deployment itself, such as the sites or its keys. */
export class DeploymentTable<E extends ObjectLiteral> {
  constructor(
    private readonly database: Database,
    private readonly entity: EntityClass<E>,
  ) {}

  rows(): Rows<E>;
  rows(tx: Tx): WritableRows<E>;
  rows(tx?: Tx): Rows<E> {
    return rowsOf(this.database, this.entity, {}, tx);
  }
}

/** The only access to rows. */
@Injectable()
export class SiteTables {
  constructor(private readonly database: Database) {}

  of<E extends OfSite & ObjectLiteral>(entity: EntityClass<E>): SiteTable<E> {
    return new SiteTable(this.database, entity);
  }

  /**
   * A set-based write that the rows can't express, in SQL for both dialects. The SQL must confine itself; the reason says how,
   * for people who read the code. Answers how many rows matched.
   * @param concerns whose credentials may do something else afterwards (announced.ts); null: nobody's
   */
  async statement(
    tx: Tx,
    reason: string,
    concerns: readonly Subject[] | null,
    sql: string,
    parameters: readonly unknown[],
  ): Promise<number> {
    if (reason.trim() === '') throw new Error('why not through a table?');
    const { queryRunner } = managerOf(tx);
    if (queryRunner === undefined) throw new Error('not a unit of work');
    const { affected } = await queryRunner.query(sql, [...parameters], true);
    if (affected !== 0 && concerns !== null) noteChange(tx, concerns);
    return affected ?? 0;
  }

  /** Adds rows of counts to the existing ones. As with a statement, the caller must confine them. */
  async increment(tx: Tx, reason: string, increment: Increment, rows: readonly (readonly unknown[])[]): Promise<void> {
    await this.statement(tx, reason, null, incrementQuery(this.database.dialect, increment, rows.length), rows.flat());
  }

  /** The ids that a hand-written query selects: `inner` of `portionQuery`. The query must confine itself. */
  async portion(tx: Tx, reason: string, inner: string, parameters: readonly unknown[]): Promise<IdPortion> {
    if (reason.trim() === '') throw new Error('why not through a table?');
    const sql = portionQuery(this.database.dialect, inner);
    const [row] = await managerOf(tx).query<PortionRow[]>(sql, [...parameters]);
    return portionOf(row);
  }

  /** The rows of a hand-written query, which must confine itself. */
  select<Row>(tx: Tx, reason: string, sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    if (reason.trim() === '') throw new Error('why not through a table?');
    return managerOf(tx).query<Row[]>(sql, [...parameters]);
  }

  /** The single number, named `count`, that a hand-written query returns. The query must confine itself. */
  async count(tx: Tx, reason: string, sql: string, parameters: readonly unknown[]): Promise<number> {
    if (reason.trim() === '') throw new Error('why not through a table?');
    const [row] = await managerOf(tx).query<{ count: number | string }[]>(sql, [...parameters]);
    return Number(row?.count ?? 0);
  }

  /** For entities that belong to no site. Any other entity is a compile-time error, and throws. */
  ofDeployment<E extends ObjectLiteral>(
    entity: EntityClass<E> & (E extends { siteId: unknown } ? never : unknown),
  ): DeploymentTable<E> {
    const columns = getMetadataArgsStorage().filterColumns(entity);
    if (columns.some((column) => column.propertyName === 'siteId')) {
      throw new Error(`${entity.name} belongs to sites`);
    }
    return new DeploymentTable<E>(this.database, entity);
  }
}

function rowsOf<E extends ObjectLiteral>(
  database: Database,
  entity: EntityClass<E>,
  confinement: Readonly<Record<string, string>>,
  tx: Tx | undefined,
): Rows<E> {
  return tx === undefined
    ? new Rows<E>(database.reader.manager, entity, confinement)
    : new WritableRows<E>(managerOf(tx), entity, confinement);
}
