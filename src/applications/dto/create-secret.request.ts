import { IsInt, Max, Min, ValidateIf } from 'class-validator';

const WEEK_SECONDS = 604_800;

export class CreateSecretRequest {
  /**
   * How many seconds the existing secrets keep working, at most a week; 0 ends them at once. If left out, they work until you
   * delete them.
   * @example 86400
   */
  @ValidateIf((request: CreateSecretRequest) => request.graceSeconds !== undefined)
  @IsInt()
  @Min(0)
  @Max(WEEK_SECONDS)
  graceSeconds?: number;
}
