import { IsInt, IsOptional, Max, Min } from 'class-validator';

const WEEK_SECONDS = 604_800;

export class CreateSecretRequest {
  /**
   * For how many seconds the secrets of before go on working, at most a week; 0 ends them at once. Left out: they
   * work until you delete them.
   * @example 86400
   */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(WEEK_SECONDS)
  graceSeconds?: number;
}
