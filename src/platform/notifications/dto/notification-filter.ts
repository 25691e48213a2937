import { IsIn, IsOptional } from 'class-validator';
import { PageQuery } from '../../../shared/paging.js';

export class NotificationFilter extends PageQuery {
  /**
   * `true`: only notifications that you have not read. `false`: only those that you have.
   * @example "true"
   */
  @IsOptional()
  @IsIn(['true', 'false'])
  unread?: 'true' | 'false';
}
