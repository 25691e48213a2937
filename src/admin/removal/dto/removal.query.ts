import { IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import { IdInEitherCase } from '../../../shared/validation/id.decorator.js';
import { PageQuery } from '../../../shared/paging.js';

/** What happens to the user's tokens and applications. Without either parameter, the owner of the site receives them. */
export class RemovalQuery {
  /**
   * The id of another active user of the site, who receives the tokens and applications.
   * @example "0199c0de-0000-7000-8000-0000000000ab"
   */
  @IsOptional()
  @IsUUID()
  @IdInEitherCase()
  reassignTo?: string;

  /**
   * `true` revokes the tokens and deletes the applications, even if somebody could receive them.
   * @example "false"
   */
  @IsOptional()
  @IsIn(['true', 'false'])
  decommission?: 'true' | 'false';

  /**
   * The `version` of the preview that you based the decision on. If anything has changed since, the answer is 409
   * `preview_stale`.
   * @example "5d41402abc4b2a76b9719d911017c592"
   */
  @IsOptional()
  @Matches(/^[0-9a-f]{32}$/, { message: 'version must be the version of a preview' })
  version?: string;
}

export class RemovalPreviewQuery extends PageQuery {
  /**
   * As in the removal: the user who would receive the tokens and applications.
   * @example "0199c0de-0000-7000-8000-0000000000ab"
   */
  @IsOptional()
  @IsUUID()
  @IdInEitherCase()
  reassignTo?: string;

  /**
   * As in the removal: whether they would be decommissioned.
   * @example "false"
   */
  @IsOptional()
  @IsIn(['true', 'false'])
  decommission?: 'true' | 'false';

  /**
   * The `nextCursor` of the list of applications. The one of the tokens goes into `cursor`.
   * @example "50"
   */
  @IsOptional()
  @Matches(/^\d{1,7}$/, { message: 'applicationsCursor must be the nextCursor of the applications' })
  applicationsCursor?: string;
}
