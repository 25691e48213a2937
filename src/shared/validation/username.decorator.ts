import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ValidateBy } from 'class-validator';
import { loginName } from '../authz/login-name.js';
import { usernameProblem } from '../authz/username.js';

/**
 * Usernames and e-mail addresses are compared and stored in one form each (`loginName`). A text that can't have this form is not
 * a name.
 */
export function LoginName(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? (loginName(value) ?? '') : value));
}

/** A username; upper case is converted to lower case. */
export function IsUsername(): PropertyDecorator {
  return applyDecorators(
    LoginName(),
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
  return typeof value === 'string' ? usernameProblem(value) : 'must be a string';
}
