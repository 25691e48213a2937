import { IsIn, IsOptional } from 'class-validator';
import { PageQuery } from '../../shared/paging.js';
import { IsTime, timeOf } from '../../shared/validation/time.decorator.js';
import type { TokenSearch } from '../token.repository.js';

/** Filters for tokens that need attention, in a list of your own tokens or of all tokens. */
export class AttentionFilter extends PageQuery {
  /**
   * `true`: only tokens that came from another user and have not been rotated since. `false`: only the others.
   * @example "true"
   */
  @IsOptional()
  @IsIn(['true', 'false'])
  transferred?: 'true' | 'false';

  /**
   * `true`: only tokens that the policy of the site stops now. `false`: only the others.
   * @example "true"
   */
  @IsOptional()
  @IsIn(['true', 'false'])
  stopped?: 'true' | 'false';

  /**
   * Only tokens that existed at this time and have not been used since.
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

/** The search that the filter stands for. */
export function attentionSearchOf({ transferred, stopped, unusedSince, expiringBefore }: AttentionFilter) {
  return {
    transferred: transferred === undefined ? undefined : transferred === 'true',
    stopped: stopped === undefined ? undefined : stopped === 'true',
    unusedSince: unusedSince === undefined ? undefined : timeOf(unusedSince),
    expiringBefore: expiringBefore === undefined ? undefined : timeOf(expiringBefore),
  } satisfies Partial<TokenSearch>;
}
