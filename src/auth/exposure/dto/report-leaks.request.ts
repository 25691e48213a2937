import { ArrayMaxSize, ArrayMinSize, IsArray, IsString, MaxLength } from 'class-validator';

const MOST_CREDENTIALS = 1000;
const LONGEST_CREDENTIAL = 4096;

export class ReportLeaksRequest {
  /**
   * What was found. Anything that is no live credential of ours is passed over.
   * @example ["gth_pat_…"]
   */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_CREDENTIALS)
  @IsString({ each: true })
  @MaxLength(LONGEST_CREDENTIAL, { each: true })
  credentials: string[];
}
