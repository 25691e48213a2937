import { ValidateBy, type ValidationOptions } from 'class-validator';

/** Applies a rule that is a function elsewhere. The function says what is wrong with the value, as a clause, or null. */
export function HasNoProblem(
  name: string,
  problemOf: (value: unknown) => string | null,
  options?: ValidationOptions,
): PropertyDecorator {
  return ValidateBy(
    {
      name,
      validator: {
        validate: (value: unknown) => problemOf(value) === null,
        defaultMessage: (args) => `$property ${problemOf(args?.value) ?? ''}`,
      },
    },
    options,
  );
}

/** As HasNoProblem, for rules about texts. */
export function IsTextWithout(name: string, problemOf: (text: string) => string | null): PropertyDecorator {
  return HasNoProblem(name, (value) => (typeof value === 'string' ? problemOf(value) : 'must be a string'));
}
