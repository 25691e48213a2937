import type { EntityManager, FindOptionsWhere, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';
import { type RowsWritten, subjectsOf } from '../announced.js';
import { asTx, noteChange } from '../transaction.js';
import { Rows, type Where } from './rows.js';

type NullableColumn<E> = { [K in keyof E]-?: null extends E[K] ? K : never }[keyof E];

/** A whole row. Nullable columns may be left out. `Given` are the columns that the table fills in. */
export type NewRow<E, Given extends PropertyKey = never> = Omit<E, NullableColumn<E> | Given> &
  Partial<Pick<E, Exclude<NullableColumn<E>, Given>>>;

/** New values; a function gives an SQL expression. The site and the id of a row never change. */
export type Patch<E> = { [K in Exclude<keyof E, 'siteId' | 'id'>]?: E[K] | (() => string) };

/** A row of another table that refers to a row by a foreign key. */
export interface Referrer {
  /** The entity's name in lower case: `connection`. */
  readonly type: string;
  readonly id: string;
  readonly name: string;
}

/** Per kind, as many as a person wants to read. */
const MOST_REFERRERS = 50;

/** SQLite takes 32,766 parameters per statement. */
const PARAMETERS_PER_STATEMENT = 30_000;
const ROWS_PER_STATEMENT = 1_000;

/** Rows in reach of a unit of work. */
export class WritableRows<E extends ObjectLiteral, Given extends PropertyKey = never> extends Rows<E> {
  /** `lock`: nobody else changes or locks the row before this unit of work ends. */
  override async one(where: Where<E>, options: { lock?: boolean } = {}): Promise<E | null> {
    if (options.lock !== true || !canLock(this.manager)) return super.one(where);
    return this.manager.findOne(this.entity, { where: this.confined(where), lock: { mode: 'pessimistic_write' } });
  }

  async insert(rows: NewRow<E, Given> | readonly NewRow<E, Given>[]): Promise<void> {
    const list: readonly NewRow<E, Given>[] = Array.isArray(rows) ? rows : [rows as NewRow<E, Given>];
    const { columns } = this.manager.dataSource.getMetadata(this.entity);
    const size = Math.min(ROWS_PER_STATEMENT, Math.floor(PARAMETERS_PER_STATEMENT / columns.length));
    for (let start = 0; start < list.length; start += size) {
      const values = list.slice(start, start + size).map((row) => ({ ...row, ...this.confinement }));
      const insertion = this.manager.createQueryBuilder().insert().into(this.entity);
      await insertion.values(values).updateEntity(false).execute();
      this.#announce({ rows: values, columns: null, isInsert: true });
    }
  }

  /** Answers how many rows matched, changed or not. */
  async update(where: Where<E>, patch: Patch<E>): Promise<number> {
    if (Object.keys(patch).length === 0) return this.count(where);
    const values = patch as unknown as QueryDeepPartialEntity<E>;
    const { affected } = await this.manager.update(this.entity, this.criteria(where), values);
    if (affected !== 0) this.#announce({ rows: this.confined(where), columns: Object.keys(patch), isInsert: false });
    return affected ?? 0;
  }

  async delete(where: Where<E>): Promise<number> {
    const { affected } = await this.manager.delete(this.entity, this.criteria(where));
    if (affected !== 0) this.#announce({ rows: this.confined(where), columns: null, isInsert: false });
    return affected ?? 0;
  }

  /**
   * The rows in reach that refer to the row with this id. The foreign keys of the entities decide, so a new table that refers to
   * this one is included automatically. Rows without a name are left out, because nobody could tell them apart.
   */
  async referrers(id: string): Promise<Referrer[]> {
    const found: Referrer[] = [];
    for (const { name: entity, foreignKeys, columns } of this.manager.dataSource.entityMetadatas) {
      const keys = foreignKeys.filter(({ referencedEntityMetadata: { target } }) => target === this.entity);
      if (keys.length === 0 || !columns.some(({ propertyName }) => propertyName === 'name')) continue;
      const rows = await this.manager.find<ObjectLiteral & Pick<Referrer, 'id' | 'name'>>(entity, {
        select: { id: true, name: true },
        where: keys.flatMap((key) => key.columns.map((column) => ({ [column.propertyName]: id, ...this.confinement }))),
        order: { name: 'ASC' },
        take: MOST_REFERRERS,
      });
      found.push(...rows.map((row) => ({ type: entity.toLowerCase(), id: row.id, name: row.name })));
    }
    return found;
  }

  #announce(written: RowsWritten): void {
    noteChange(asTx(this.manager), subjectsOf(this.entity, written));
  }

  private criteria(where: Where<E>): FindOptionsWhere<E> | FindOptionsWhere<E>[] {
    const [first, ...others] = this.confined(where);
    if (first === undefined) throw new Error('no condition at all would match every row');
    return others.length === 0 ? first : [first, ...others];
  }
}

/** On SQLite the writer is alone anyway. */
function canLock(manager: EntityManager): boolean {
  return manager.dataSource.options.type !== 'better-sqlite3';
}
