import { applyDecorators } from '@nestjs/common';
import { IsString, Length, Matches } from 'class-validator';
import { NormalText } from './text.decorator.js';

const LONGEST_SEARCH = 254;

/** A text to search for. SQLite ends a pattern at its first NUL, and would then find everything. */
export function IsSearchText({ least = 0 }: { least?: number } = {}): PropertyDecorator {
  return applyDecorators(
    NormalText(),
    IsString(),
    Length(least, LONGEST_SEARCH),
    Matches(/^(?:[^\u0000-\u001f\u007f-\u009f\ud800-\udfff]|[\ud800-\udbff][\udc00-\udfff])*$/, {
      message: '$property must have no control characters',
    }),
  );
}
