import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { PageQuery } from '../../http/paging.js';
import { AUDIT_ACTIONS, type AuditAction } from '../audit-actions.js';
import { IsTime } from '../../shared/validation/time.decorator.js';

const LONGEST_NAME = 254;

export class AuditFilter extends PageQuery {
  /**
   * Only what this user did: an id or a user name.
   * @example "ann"
   */
  @IsOptional()
  @IsString()
  @Length(1, LONGEST_NAME)
  actor?: string;

  /**
   * Only what was done to this user, token, role or the like: an id or a name.
   * @example "0199c0de-0000-7000-8000-0000000000ff"
   */
  @IsOptional()
  @IsString()
  @Length(1, LONGEST_NAME)
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
