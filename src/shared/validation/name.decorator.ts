import { applyDecorators } from '@nestjs/common';
import { IsString, Length, Matches } from 'class-validator';

/** What people call things by: 1 to 100 characters, no control characters, no blank at either end. */
export function IsName(): PropertyDecorator {
  return applyDecorators(
    IsString(),
    Length(1, 100),
    // eslint-disable-next-line no-control-regex -- control characters are what it refuses
    Matches(/^(?! )[^\u0000-\u001f\u007f-\u009f\u2028\u2029]*(?<! )$/, {
      message: '$property must have no control characters and no blank at either end',
    }),
  );
}
