import { IsIn, IsOptional } from 'class-validator';
import { IsSearchText } from '../../shared/validation/search.decorator.js';
import { AttentionFilter } from './attention-filter.js';

export class TokenFilter extends AttentionFilter {
  /**
   * `personal`, the default: tokens that you made. `application`: tokens of your applications.
   * @example "personal"
   */
  @IsIn(['personal', 'application'])
  kind: 'personal' | 'application' = 'personal';

  /**
   * `opaque`, the default: tokens made to be kept. `jwt`: short-lived tokens from a sign-in or a client.
   * @example "opaque"
   */
  @IsIn(['opaque', 'jwt'])
  format: 'opaque' | 'jwt' = 'opaque';

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
