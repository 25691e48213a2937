import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { DecimalDigits } from './validation/decimal.decorator.js';

export const DEFAULT_LIMIT = 50;
export const HIGHEST_LIMIT = 200;

/** The query of every list (contract §6). */
export class PageQuery {
  /**
   * The maximum number of items in the answer.
   * @example 50
   */
  @ApiProperty({ type: 'integer', maximum: HIGHEST_LIMIT, default: DEFAULT_LIMIT })
  @IsOptional()
  @DecimalDigits()
  @IsInt()
  @Min(1)
  @Max(HIGHEST_LIMIT)
  limit: number = DEFAULT_LIMIT;

  /**
   * The `nextCursor` of the previous page; leave it out for the first page.
   * @example "0199c0de-0000-7000-8000-0000000000ff"
   */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @Matches(/^[\w-]+$/, { message: 'cursor must be the nextCursor of an earlier page' })
  cursor?: string;
}
