import { applyDecorators } from '@nestjs/common';
import { ValidateBy, ValidateIf, type ValidationArguments } from 'class-validator';
import { type Format, SECRET_FORMATS, tooShort } from './administration/credential-formats.js';
import { CREDENTIAL_TYPES, type CredentialType } from './credentials.types.js';

/** A field that one type of credential needs, and no other accepts. Null is the same as leaving it out. */
export function FieldOf(type: CredentialType, format: Format): PropertyDecorator {
  return applyDecorators(
    ValidateIf((request: object, value: unknown) => isGiven(value) || typeOf(request) === type),
    checked((value, request) =>
      typeOf(request) === type ? problemOf(value, format) : `applies only to the type ${type}`,
    ),
  );
}

/** A field that one type of credential may have, and no other. */
export function OptionalFieldOf(type: CredentialType, format: Format): PropertyDecorator {
  return applyDecorators(
    ValidateIf((_: object, value: unknown) => isGiven(value)),
    checked((value, request) =>
      typeOf(request) === type ? problemOf(value, format) : `applies only to the type ${type}`,
    ),
  );
}

/** A secret that fits the place where the type of the credential puts it. */
export function IsSecretOfType(): PropertyDecorator {
  return checked((value, request) => {
    const type = CREDENTIAL_TYPES.find((each) => each === typeOf(request));
    return type === undefined ? null : problemOf(value, (text) => SECRET_FORMATS[type](text) ?? tooShort(text));
  });
}

export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function checked(problem: (value: unknown, request: object) => string | null): PropertyDecorator {
  const of = (args: ValidationArguments | undefined) => args && problem(args.value, args.object);
  return ValidateBy({
    name: 'fieldOfType',
    validator: {
      validate: (_, args) => of(args) === null,
      defaultMessage: (args) => `$property ${of(args) ?? ''}`,
    },
  });
}

function problemOf(value: unknown, format: Format): string | null {
  return typeof value === 'string' ? format(value) : 'must be a string';
}

function typeOf(request: object): unknown {
  return 'type' in request ? request.type : undefined;
}
