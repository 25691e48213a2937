import {
  SelectQueryBuilder,
  type EntityManager,
  type EntityTarget,
  type FindOptionsOrder,
  type FindOptionsWhere,
  type ObjectLiteral,
} from 'typeorm';
import { pageOf, readCursor, type Page } from '../page.js';

/** Conditions on a row; a list holds alternatives. They never include the site: the table adds it. */
export type Where<E> = Omit<FindOptionsWhere<E>, 'siteId'> | Omit<FindOptionsWhere<E>, 'siteId'>[];

export interface PageRequest<E extends ObjectLiteral> {
  readonly limit: number;
  readonly cursor: string | null | undefined;
  readonly where?: Where<E>;
  /** Adds what conditions can't express; the alias is `row`. It can't widen the query beyond the site. */
  readonly refine?: (query: SelectQueryBuilder<E>) => void;
}

const EVERY_ROW = {};

/** The columns that every row in reach has, with their values: `{siteId}`, or nothing across sites. */
export type Confinement = Readonly<Record<string, string>>;

/** Rows in reach: those of one site, or of all sites where a reason was given. */
export class Rows<E extends ObjectLiteral> {
  constructor(
    protected readonly manager: EntityManager,
    protected readonly entity: EntityTarget<E>,
    protected readonly confinement: Confinement,
  ) {}

  async one(where: Where<E>): Promise<E | null> {
    return this.manager.findOne(this.entity, { where: this.confined(where) });
  }

  async all(
    where: Where<E> = EVERY_ROW as Where<E>,
    options: { order?: FindOptionsOrder<E>; limit?: number } = {},
  ): Promise<E[]> {
    return this.manager.find(this.entity, {
      where: this.confined(where),
      ...(options.order === undefined ? {} : { order: options.order }),
      ...(options.limit === undefined ? {} : { take: options.limit }),
    });
  }

  async count(where: Where<E> = EVERY_ROW as Where<E>): Promise<number> {
    return this.manager.count(this.entity, { where: this.confined(where) });
  }

  /** Newest first, by the UUIDv7 of `id`: pages don't shift while rows are added. */
  async page(request: PageRequest<E>): Promise<Page<E>> {
    const query = this.query('row');
    if (request.where !== undefined) query.setFindOptions({ where: this.confined(request.where) });
    request.refine?.(query);
    if (typeof request.cursor === 'string') {
      query.andWhere('row.id < :pageCursor', { pageCursor: readCursor(request.cursor) });
    }
    const rows = await query
      .orderBy('row.id', 'DESC')
      .limit(request.limit + 1)
      .getMany();
    return pageOf(rows as (E & { id: string })[], request.limit);
  }

  /**
   * A query that stays confined whatever is added to it: neither `where`, which drops earlier conditions, nor `orWhere` lifts the
   * confinement. Joined tables are not confined; join them on their site.
   */
  query(alias: string): SelectQueryBuilder<E> {
    const query = this.manager.createQueryBuilder(this.entity, alias);
    const { columns } = this.manager.dataSource.getMetadata(this.entity);
    const conditions = columns
      .filter((column) => Object.hasOwn(this.confinement, column.propertyName))
      .map((column) => {
        const parameter = `confined_${column.propertyName}`;
        query.setParameter(parameter, this.confinement[column.propertyName]);
        return `${query.escape(alias)}.${query.escape(column.databaseName)} = :${parameter}`;
      });
    query.expressionMap.extraAppendedAndWhereCondition = conditions.join(' AND ');
    return query;
  }

  protected confined(where: Where<E>): FindOptionsWhere<E>[] {
    // The confinement comes last: no condition can replace it.
    const alternatives = Array.isArray(where) ? where : [where];
    return alternatives.map((each) => ({ ...each, ...this.confinement }));
  }
}
