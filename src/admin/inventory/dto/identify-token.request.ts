import { IsString, Length } from 'class-validator';

const LONGEST_TEXT = 8_192;

export class IdentifyTokenRequest {
  /**
   * The token or secret, or text that contains it, and no other one of the site.
   * @example "gth_pat_…"
   */
  @IsString()
  @Length(1, LONGEST_TEXT)
  token: string;
}
