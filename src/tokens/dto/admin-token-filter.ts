import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { IdInEitherCase } from '../../shared/validation/id.decorator.js';
import { IsSearchText } from '../../shared/validation/search.decorator.js';
import { AttentionFilter } from './attention-filter.js';

export class AdminTokenFilter extends AttentionFilter {
  /**
   * Only tokens of this user, by id.
   * @example "0199c0de-0000-7000-8000-0000000000aa"
   */
  @IsOptional()
  @IsUUID()
  @IdInEitherCase()
  owner?: string;

  /**
   * `personal`: made by a person, or for a service account. `application`: issued to an application.
   * @example "personal"
   */
  @IsOptional()
  @IsIn(['personal', 'application'])
  kind?: 'personal' | 'application';

  /**
   * `opaque`: tokens made to be kept. `jwt`: short-lived tokens from a sign-in or a client.
   * @example "opaque"
   */
  @IsOptional()
  @IsIn(['opaque', 'jwt'])
  format?: 'opaque' | 'jwt';

  /**
   * Only tokens in this state.
   * @example "active"
   */
  @IsOptional()
  @IsIn(['active', 'expired', 'revoked'])
  state?: 'active' | 'expired' | 'revoked';

  /**
   * Only tokens whose name contains this, ignoring case.
   * @example "export"
   */
  @IsOptional()
  @IsSearchText()
  search?: string;
}
