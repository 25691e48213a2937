import { IsOptional } from 'class-validator';
import { IsTime } from '../../shared/validation/time.decorator.js';

export class VerificationRange {
  /**
   * A time in the first hour. By default the range covers 24 hours. Counts older than 30 days are not kept: an earlier start
   * becomes the oldest hour that is.
   * @example "2026-11-01T09:00:00Z"
   */
  @IsOptional()
  @IsTime()
  from?: string;

  /**
   * The end of the last hour, or a time within it. The default is now.
   * @example "2026-11-02T09:00:00Z"
   */
  @IsOptional()
  @IsTime()
  to?: string;
}
