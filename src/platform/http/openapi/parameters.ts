import { LONGEST_KEY, SHORTEST_KEY } from '../../../shared/protocol/idempotency-key.js';
import { IF_MATCH, isIfMatch } from './conditional-edits.js';
import type { DeclaredRoute, Operation } from './document.types.js';

type Parameter = NonNullable<Operation['parameters']>[number];

/**
 * Every id in a path is a UUID, so handlers need not say so. No query parameter is required: each only filters, pages or narrows.
 * The plugin treats those with a default differently.
 */
export function describedParameter(parameter: Parameter): Parameter {
  if ('$ref' in parameter) return parameter;
  if (parameter.in === 'query') return { ...parameter, required: false };
  if (isIfMatch(parameter)) return IF_MATCH;
  if (parameter.in !== 'path' || !/^id$|Id$/.test(parameter.name)) return parameter;
  return {
    ...parameter,
    description: parameter.description ?? 'The id.',
    schema: { type: 'string', format: 'uuid', maxLength: 36 },
    example: '0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77',
  };
}

/** A call about an account takes the account from a header. */
export function accountParameter(route: DeclaredRoute): Parameter[] {
  if (!route.accountCall) return [];
  return [
    {
      name: 'X-Account-Id',
      in: 'header',
      required: false,
      description:
        "The account. Without it: the token's account, else the site's only one, else 400 `account_required`.",
      schema: { type: 'string', format: 'uuid', maxLength: 36 },
    },
  ];
}

/** A client that got no answer can ask for it again. */
export function idempotencyParameter(route: DeclaredRoute): Parameter[] {
  if (!route.takesIdempotencyKey) return [];
  return [
    {
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      description:
        'A key of your choice for this call. For an hour, the same call with the same key and credential is made only once and gets the same answer; a different call with that key is 409 `idempotency_conflict`.',
      schema: {
        type: 'string',
        minLength: SHORTEST_KEY,
        maxLength: LONGEST_KEY,
        pattern: '^[!-~]+$',
        example: '7f0c1c52-6a0b-4f0e-9d55-1f6c2b1a9e10',
      },
    },
  ];
}
