import { IsOptional } from 'class-validator';
import { IsTime } from '../../shared/validation/time.decorator.js';

export class VerificationRange {
  /**
   * In the first hour; by default the last is the 24th. Of hours more than 30 days ago nothing is known: then the first is
   * the oldest that is.
   * @example "2026-11-01T09:00:00Z"
   */
  @IsOptional()
  @IsTime()
  from?: string;

  /**
   * The end of the last hour, or within it; by default now.
   * @example "2026-11-02T09:00:00Z"
   */
  @IsOptional()
  @IsTime()
  to?: string;
}
