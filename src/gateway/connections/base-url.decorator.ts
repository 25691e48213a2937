import { ValidateBy } from 'class-validator';
import { upstreamUrlProblem } from '../../shared/validation/upstream-url.js';

/** Where an upstream is. The request path is appended to it, so it ends with its own path. */
export function IsBaseUrl(): PropertyDecorator {
  return ValidateBy({
    name: 'isBaseUrl',
    validator: {
      validate: (value: unknown) => problemOf(value) === null,
      defaultMessage: (args) => `$property ${problemOf(args?.value) ?? ''}`,
    },
  });
}

function problemOf(value: unknown): string | null {
  if (typeof value !== 'string') return 'must be a string';
  return upstreamUrlProblem(value, { schemes: ['https', 'http'], query: false });
}
