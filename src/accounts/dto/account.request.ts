import { IsIn, IsOptional, IsString, MaxLength, ValidateIf } from 'class-validator';
import { PageQuery } from '../../http/paging.js';
import { IsName } from '../../shared/validation/name.decorator.js';
import { IsSearchText } from '../../shared/validation/search.decorator.js';
import type { AccountStatus } from '../account.entity.js';

export class CreateAccountRequest {
  /**
   * Unique in the site.
   * @example "ACME Wholesale"
   */
  @IsName()
  name: string;

  /**
   * Whatever helps to tell it from others.
   * @example "The wholesale department, since 2027"
   */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
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
   * A new description; null for none.
   * @example null
   */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
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
   * Only accounts whose name contains this, whatever the case.
   * @example "wholesale"
   */
  @IsOptional()
  @IsSearchText()
  search?: string;
}
