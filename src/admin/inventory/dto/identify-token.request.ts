import { IsString, Length } from 'class-validator';

const LONGEST_TOKEN = 8_192;

export class IdentifyTokenRequest {
  /**
   * The token or secret, exactly as it was found.
   * @example "gth_pat_…"
   */
  @IsString()
  @Length(1, LONGEST_TOKEN)
  token: string;
}
