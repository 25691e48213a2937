import { IsIn, IsOptional, ValidateIf } from 'class-validator';
import { IsDescription } from '../../../shared/validation/text.decorator.js';
import { PageQuery } from '../../../shared/paging.js';
import { IsName } from '../../../shared/validation/name.decorator.js';
import { IsSearchText } from '../../../shared/validation/search.decorator.js';
import type { AccountStatus } from '../account.entity.js';

export class CreateAccountRequest {
  /**
   * Unique in the site.
   * @example "ACME Wholesale"
   */
  @IsName()
  name: string;

  /**
   * A note that tells this account from others.
   * @example "The wholesale department, since 2027"
   */
  @IsOptional()
  @IsDescription()
  description?: string | null;
}

export class UpdateAccountRequest {
  /**
   * A new name, unique in the site.
   * @example "ACME Wholesale Europe"
   */
  @ValidateIf((request: UpdateAccountRequest) => request.name !== undefined)
  @IsName()
  name?: string;

  /**
   * A new description; null removes it.
   * @example null
   */
  @IsOptional()
  @IsDescription()
  description?: string | null;
}

export class AccountFilter extends PageQuery {
  /**
   * Only accounts in this state.
   * @example "active"
   */
  @IsOptional()
  @IsIn(['active', 'suspended'])
  status?: AccountStatus;

  /**
   * Only accounts whose name contains this text. Upper and lower case are the same.
   * @example "wholesale"
   */
  @IsOptional()
  @IsSearchText()
  search?: string;
}
