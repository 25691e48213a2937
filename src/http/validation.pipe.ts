import { ValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import type { FieldError } from '../shared/errors/domain-error.js';
import { validationFailed } from '../shared/errors/general.errors.js';
import { masked } from './secret-mask.js';

const PATH_PREFIX = { body: '', query: 'query.', param: 'path.', custom: '' } as const satisfies Record<
  ArgumentMetadata['type'],
  string
>;
const MOST_ERRORS = 50;
const LONGEST_NAME = 80;

type FieldProblem = Pick<ValidationError, 'property' | 'constraints' | 'children'>;

class FieldsRefused extends Error {
  constructor(readonly errors: readonly FieldProblem[]) {
    super();
  }
}

/** Every DTO on its way in: unknown fields are refused, errors name the field, and no value is ever repeated. */
export class RequestValidationPipe extends ValidationPipe {
  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      transform: true,
      stopAtFirstError: false,
      validationError: { target: false, value: false },
      exceptionFactory: (errors) => new FieldsRefused(errors),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    try {
      return (await super.transform(value, metadata)) as unknown;
    } catch (error) {
      if (!(error instanceof FieldsRefused)) throw error;
      throw validationFailed({ errors: flattened(error.errors, PATH_PREFIX[metadata.type]).slice(0, MOST_ERRORS) });
    }
  }
}

function flattened(errors: readonly FieldProblem[], prefix: string): FieldError[] {
  return errors.flatMap(({ property, constraints = {}, children = [] }) => {
    const name = named(property);
    const messages = new Set(Object.values(constraints).map((text) => masked(text.replaceAll(property, name))));
    const own = messages.size === 0 ? [] : [{ path: prefix + name, message: [...messages].join('; ') }];
    return [...own, ...flattened(children, `${prefix}${name}.`)];
  });
}

/** An unknown field's name is the caller's text: it may hold anything, a credential included. */
function named(property: string): string {
  return masked(property).slice(0, LONGEST_NAME);
}
