import { applyDecorators } from '@nestjs/common';
import { IsString, Matches, MaxLength } from 'class-validator';

const LONGEST_SEARCH = 254;

/** A text to look for. SQLite ends a pattern at its first NUL, and would find everything. */
export function IsSearchText(): PropertyDecorator {
  return applyDecorators(
    IsString(),
    MaxLength(LONGEST_SEARCH),
    Matches(/^[^\u0000-\u001f\u007f]*$/, { message: '$property must have no control characters' }),
  );
}
