import { IsIn, IsOptional } from 'class-validator';
import { PageQuery } from '../../http/paging.js';

export class NotificationFilter extends PageQuery {
  /**
   * `true`: only those that you have not read. `false`: only the others.
   * @example "true"
   */
  @IsOptional()
  @IsIn(['true', 'false'])
  unread?: 'true' | 'false';
}
