import { IsIn, IsOptional } from 'class-validator';

export class DescendantsQuery {
  /**
   * `true` also ends every credential of the same owner that this one made, and that those made in turn. The answer is then 200,
   * with their number.
   * @example "true"
   */
  @IsOptional()
  @IsIn(['true', 'false'])
  descendants?: 'true' | 'false';
}
