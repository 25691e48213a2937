import { ValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import type { FieldError } from '../../../shared/errors/domain-error.js';
import { validationFailed } from '../../../shared/errors/general.errors.js';
import { cutText } from '../../../shared/validation/cut-text.js';
import { masked } from '../logging/secret-mask.js';

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

/** Validates every incoming DTO. It refuses unknown fields, names the field in each error, and never repeats a value. */
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
      const sent = typeof value === 'object' && value !== null ? Object.keys(value) : [];
      const result = (await super.transform(value, metadata)) as unknown;
      refuseLost(sent, result);
      return result;
    } catch (error) {
      if (!(error instanceof FieldsRefused)) throw error;
      throw validationFailed({ errors: flattened(error.errors, PATH_PREFIX[metadata.type]).slice(0, MOST_ERRORS) });
    }
  }
}

/**
 * Nest strips `__proto__`, class-transformer drops `constructor`, and class-validator takes anything that every object inherits
 * for a field. So a field that was sent and is missing from the result counts as unknown too.
 */
function refuseLost(sent: readonly string[], result: unknown): void {
  const lost = sent.filter((name) => typeof result === 'object' && result !== null && !Object.hasOwn(result, name));
  if (lost.length === 0) return;
  throw new FieldsRefused(
    lost.map((property) => ({ property, constraints: { whitelist: `property ${property} should not exist` } })),
  );
}

function flattened(errors: readonly FieldProblem[], prefix: string): FieldError[] {
  return errors.flatMap(({ property, constraints = {}, children = [] }) => {
    const name = named(property);
    const messages = new Set(Object.values(constraints).map((text) => masked(text.replaceAll(property, name))));
    const own = messages.size === 0 ? [] : [{ path: prefix + name, message: [...messages].join('; ') }];
    return [...own, ...flattened(children, `${prefix}${name}.`)];
  });
}

/** The name of an unknown field is the caller's text, and may contain anything, including a credential. */
function named(property: string): string {
  return cutText(masked(property), LONGEST_NAME);
}
