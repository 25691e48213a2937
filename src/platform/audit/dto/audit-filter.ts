import { IsIn, IsOptional } from 'class-validator';
import { PageQuery } from '../../../shared/paging.js';
import { AUDIT_ACTIONS, type AuditAction } from '../audit-actions.js';
import { IsSearchText } from '../../../shared/validation/search.decorator.js';
import { IsTime } from '../../../shared/validation/time.decorator.js';

export class AuditFilter extends PageQuery {
  /**
   * Only events that this user caused: an id or a user name.
   * @example "ann"
   */
  @IsOptional()
  @IsSearchText({ least: 1 })
  actor?: string;

  /**
   * Only events about this user, token, role or other object: an id or a name.
   * @example "0199c0de-0000-7000-8000-0000000000ff"
   */
  @IsOptional()
  @IsSearchText({ least: 1 })
  subject?: string;

  /**
   * Only events of this kind.
   * @example "token.created"
   */
  @IsOptional()
  @IsIn(AUDIT_ACTIONS, { message: '$property must be an action, like token.created' })
  action?: AuditAction;

  /**
   * Only events at this time or later (RFC 3339).
   * @example "2026-11-01T00:00:00Z"
   */
  @IsOptional()
  @IsTime()
  from?: string;

  /**
   * Only events before this time (RFC 3339).
   * @example "2026-12-01T00:00:00Z"
   */
  @IsOptional()
  @IsTime()
  to?: string;
}
