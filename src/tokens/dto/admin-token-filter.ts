import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { PageQuery } from '../../http/paging.js';
import { IsSearchText } from '../../shared/validation/search.decorator.js';
import { IsTime } from '../../shared/validation/time.decorator.js';

export class AdminTokenFilter extends PageQuery {
  /**
   * Only tokens of this user, by id.
   * @example "0199c0de-0000-7000-8000-0000000000aa"
   */
  @IsOptional()
  @IsUUID()
  owner?: string;

  /**
   * `personal`: made by a person, or for a service account. `application`: issued to an application.
   * @example "personal"
   */
  @IsOptional()
  @IsIn(['personal', 'application'])
  kind?: 'personal' | 'application';

  /**
   * Only tokens in this state.
   * @example "active"
   */
  @IsOptional()
  @IsIn(['active', 'expired', 'revoked'])
  state?: 'active' | 'expired' | 'revoked';

  /**
   * `true`: only tokens that came from another user and were not rotated since. `false`: only the others.
   * @example "true"
   */
  @IsOptional()
  @IsIn(['true', 'false'])
  transferred?: 'true' | 'false';

  /**
   * Only tokens that were there at this time and have not been used since.
   * @example "2026-08-01T00:00:00Z"
   */
  @IsOptional()
  @IsTime()
  unusedSince?: string;

  /**
   * Only tokens that work now and expire before this time.
   * @example "2026-12-01T00:00:00Z"
   */
  @IsOptional()
  @IsTime()
  expiringBefore?: string;

  /**
   * Only tokens whose name contains this, whatever the case.
   * @example "export"
   */
  @IsOptional()
  @IsSearchText()
  search?: string;
}
