import { IsIn, IsOptional } from 'class-validator';
import { PageQuery } from '../../http/paging.js';
import { IsTime, timeOf } from '../../shared/validation/time.decorator.js';
import type { TokenSearch } from '../token.repository.js';

/** By what tokens that want a look are found, in a list of one's own or of all. */
export class CareFilter extends PageQuery {
  /**
   * `true`: only tokens that came from another user and were not rotated since. `false`: only the others.
   * @example "true"
   */
  @IsOptional()
  @IsIn(['true', 'false'])
  transferred?: 'true' | 'false';

  /**
   * `true`: only tokens that the policy of the site stops at this moment. `false`: only the others.
   * @example "true"
   */
  @IsOptional()
  @IsIn(['true', 'false'])
  stopped?: 'true' | 'false';

  /**
   * Only tokens that were there at this time and have not been used since.
   * @example "2026-08-01T00:00:00Z"
   */
  @IsOptional()
  @IsTime()
  unusedSince?: string;

  /**
   * Only active tokens that expire before this time.
   * @example "2026-12-01T00:00:00Z"
   */
  @IsOptional()
  @IsTime()
  expiringBefore?: string;
}

/** What the filter asks of the rows. */
export function careSearchOf({ transferred, stopped, unusedSince, expiringBefore }: CareFilter) {
  return {
    transferred: transferred === undefined ? undefined : transferred === 'true',
    stopped: stopped === undefined ? undefined : stopped === 'true',
    unusedSince: unusedSince === undefined ? undefined : timeOf(unusedSince),
    expiringBefore: expiringBefore === undefined ? undefined : timeOf(expiringBefore),
  } satisfies Partial<TokenSearch>;
}
