import { applyDecorators } from '@nestjs/common';
import { IsString, Length, Matches } from 'class-validator';

const LONGEST_NAME = 100;
const NAME = /^(?! )[^\u0000-\u001f\u007f-\u009f\u2028\u2029]*(?<! )$/;
const PROBLEM = 'must have no control characters and no blank at either end';

/** What people call things by: 1 to 100 characters, no control characters, no blank at either end. */
export function IsName(): PropertyDecorator {
  return applyDecorators(IsString(), Length(1, LONGEST_NAME), Matches(NAME, { message: `$property ${PROBLEM}` }));
}

/** As IsName, for what comes from elsewhere than a request: a clause, or null. */
export function nameProblem(name: string): string | null {
  if (name.length === 0 || name.length > LONGEST_NAME) return `must have 1 to ${LONGEST_NAME} characters`;
  return NAME.test(name) ? null : PROBLEM;
}
