import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { PageQuery } from '../../http/paging.js';
import type { UserKind } from '../../shared/authz/principal.js';
import type { UserStatus } from '../../users/users.types.js';

export class UserFilterQuery extends PageQuery {
  /**
   * Only users whose username or e-mail contains this, whatever the case.
   * @example "ben"
   */
  @IsOptional()
  @IsString()
  @MaxLength(254)
  search?: string;

  /**
   * Only persons, or only service accounts.
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
  @Matches(/^ROLE_[A-Z0-9_]{1,60}$/, { message: 'role must be the name of a role, like ROLE_ADMIN' })
  role?: string;
}
