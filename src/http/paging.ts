import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

export const DEFAULT_LIMIT = 50;
export const HIGHEST_LIMIT = 200;

/** The query of every list (CONTRACT §6). */
export class PageQuery {
  /**
   * How many items to answer at most.
   * @example 50
   */
  @ApiProperty({ type: 'integer', maximum: HIGHEST_LIMIT, default: DEFAULT_LIMIT })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(HIGHEST_LIMIT)
  limit: number = DEFAULT_LIMIT;

  /**
   * The `nextCursor` of the page before; leave it out for the first page.
   * @example "0199c0de-0000-7000-8000-0000000000ff"
   */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @Matches(/^[\w-]+$/, { message: 'cursor must be the nextCursor of an earlier page' })
  cursor?: string;
}
