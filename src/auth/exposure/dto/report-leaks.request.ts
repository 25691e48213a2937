import { ArrayMaxSize, ArrayMinSize, IsArray, IsString } from 'class-validator';

const MOST_CREDENTIALS = 1000;

export class ReportLeaksRequest {
  /**
   * What was found: credentials, session cookies, invitation links, or text of any length that contains them. Anything that is
   * not a live credential of this deployment is ignored.
   * @example ["gth_pat_…"]
   */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_CREDENTIALS)
  @IsString({ each: true })
  credentials: string[];
}
