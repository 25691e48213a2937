import { IsOptional, ValidateIf } from 'class-validator';
import { IsDescription } from '../../../shared/validation/text.decorator.js';
import { PageQuery } from '../../../shared/paging.js';
import { IsName } from '../../../shared/validation/name.decorator.js';
import { IsSearchText } from '../../../shared/validation/search.decorator.js';

export class CreateProjectRequest {
  /**
   * Unique in the account.
   * @example "Order API"
   */
  @IsName()
  name: string;

  /**
   * What it is about.
   * @example "Everything around orders"
   */
  @IsOptional()
  @IsDescription()
  description?: string | null;
}

export class UpdateProjectRequest {
  /**
   * A new name, unique in the account.
   * @example "Order and invoice API"
   */
  @ValidateIf((request: UpdateProjectRequest) => request.name !== undefined)
  @IsName()
  name?: string;

  /**
   * A new description; null for none.
   * @example null
   */
  @IsOptional()
  @IsDescription()
  description?: string | null;
}

export class ProjectFilter extends PageQuery {
  /**
   * Only projects whose name contains this, ignoring case.
   * @example "order"
   */
  @IsOptional()
  @IsSearchText()
  search?: string;
}
