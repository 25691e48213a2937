import { IsIn, IsOptional, MaxLength } from 'class-validator';
import { PageQuery } from '../../../shared/paging.js';
import type { UserKind } from '../../../shared/authz/principal.js';
import { IsSearchText } from '../../../shared/validation/search.decorator.js';
import type { UserStatus } from '../../../directory/users/users.types.js';
import { LONGEST_ROLE_NAME } from './create-user.request.js';

export class UserFilterQuery extends PageQuery {
  /**
   * Only users whose username or email address contains this, ignoring case.
   * @example "ben"
   */
  @IsOptional()
  @IsSearchText()
  search?: string;

  /**
   * Only people, or only service accounts.
   * @example "person"
   */
  @IsOptional()
  @IsIn(['person', 'service'])
  kind?: UserKind;

  /**
   * Only users in this state.
   * @example "active"
   */
  @IsOptional()
  @IsIn(['active', 'suspended'])
  status?: UserStatus;

  /**
   * Only users who hold this role.
   * @example "ROLE_ADMIN"
   */
  @IsOptional()
  @IsSearchText()
  @MaxLength(LONGEST_ROLE_NAME)
  role?: string;
}
