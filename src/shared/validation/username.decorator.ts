import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ValidateBy } from 'class-validator';
import { usernameProblem } from '../authz/username.js';

/** Usernames and e-mail addresses are compared and stored in lower case. */
export function LowerCase(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.toLowerCase() : value));
}

/** A username; upper case is taken as lower case. */
export function IsUsername(): PropertyDecorator {
  return applyDecorators(
    LowerCase(),
    ValidateBy({
      name: 'isUsername',
      validator: {
        validate: (value: unknown) => problemOf(value) === null,
        defaultMessage: (args) => `$property ${problemOf(args?.value) ?? ''}`,
      },
    }),
  );
}

function problemOf(value: unknown): string | null {
  return typeof value === 'string' ? usernameProblem(value) : 'must be a text';
}
