import { IF_MATCH, isIfMatch } from './conditional-edits.js';
import type { DeclaredRoute, Operation } from './document.types.js';

type Parameter = NonNullable<Operation['parameters']>[number];

/**
 * Ids in paths are UUIDs all over; a handler need not say so again. No parameter of a query is needed: each only filters,
 * pages or narrows. The plugin thinks otherwise of those with a default.
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

/** A call about an account takes it from a header. */
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
