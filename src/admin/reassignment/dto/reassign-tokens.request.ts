import { ArrayMaxSize, ArrayMinSize, IsArray, IsUUID, ValidateIf } from 'class-validator';
import { IdInEitherCase } from '../../../shared/validation/id.decorator.js';

const MOST_TOKENS = 1_000;

export class ReassignTokensRequest {
  /**
   * The user who receives the tokens: an active user of the site.
   * @example "0199c0de-0000-7000-8000-0000000000ab"
   */
  @IsUUID()
  @IdInEitherCase()
  toUserId: string;

  /**
   * The tokens to move, of any owner. Send either this or `fromUserId`.
   * @example ["0199c0de-0000-7000-8000-0000000000ff"]
   */
  @ValidateIf((request: ReassignTokensRequest) => request.fromUserId === undefined || request.tokenIds !== undefined)
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_TOKENS)
  @IsUUID(undefined, { each: true })
  @IdInEitherCase()
  tokenIds?: string[];

  /**
   * The user whose tokens and applications all move. Send either this or `tokenIds`.
   * @example "0199c0de-0000-7000-8000-0000000000aa"
   */
  @ValidateIf((request: ReassignTokensRequest) => request.fromUserId !== undefined)
  @IsUUID()
  @IdInEitherCase()
  fromUserId?: string;
}
