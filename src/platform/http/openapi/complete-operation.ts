import { errorsOf } from './error-responses.js';
import { operationIdOf, tagOf } from './operation-names.js';
import { securityOf } from './security-schemes.js';
import { accountParameter, describedParameter, idempotencyParameter } from './parameters.js';
import { taskOf } from './tags.js';
import type { DeclaredRoute, Operation, Responses } from './document.types.js';

const capitalised = (tag: string): string =>
  tag.toLowerCase() === 'oauth' ? 'OAuth' : tag.charAt(0).toUpperCase() + tag.slice(1);

const SUCCESS: Readonly<Record<string, string>> = {
  '200': 'Done.',
  '201': 'Created.',
  '202': 'Accepted.',
  '204': 'Done. The answer has no content.',
};

/** Adds what the declaration of a route says beyond its DTOs: its name, who may call it, and the errors that follow. */
export function completeOperation(operation: Operation, route: DeclaredRoute): Operation {
  const security = operation.security ?? (route.access === undefined ? [] : securityOf(route.access));
  const completed: Operation = {
    ...operation,
    operationId: operationIdOf(route.controller, route.method),
    tags: (operation.tags ?? [tagOf(route.controller)]).map((tag) => taskOf(capitalised(tag))),
    security,
    parameters: [
      ...(operation.parameters ?? []).map(describedParameter),
      ...accountParameter(route),
      ...idempotencyParameter(route),
    ],
  };
  const description = [operation.description, accessSentence(route)].filter((part) => part !== undefined).join('\n\n');
  return {
    ...completed,
    ...(description === '' ? {} : { description }),
    responses: { ...errorsOf(route, completed, route.oauthDialect ? 'oauth' : 'problem'), ...described(operation) },
  };
}

function accessSentence({ access }: DeclaredRoute): string | undefined {
  if (access?.to === 'scopes') {
    const needs = `Needs ${access.scopes.map((scope) => `\`${scope}\``).join(' and ')}.`;
    return access.confirmed ? `${needs} ${CONFIRMED}` : needs;
  }
  return access?.to === 'session' && access.confirmed ? CONFIRMED : undefined;
}

const CONFIRMED = 'A session must have signed in or confirmed its password within the last 15 minutes.';

/**
 * The plugin repeats the call's own description on its answer. An answer without its own text gets its status in words. An error
 * that the controller only names is left to the errors that all calls share.
 */
function described(operation: Operation): Responses {
  const entries = Object.entries(operation.responses).flatMap(([status, response]): [string, typeof response][] => {
    if (response === undefined || '$ref' in response) return [[status, response]];
    const own = response.description !== '' && response.description !== operation.description;
    if (!own && Number(status) >= 400) return [];
    return [[status, own ? response : { ...response, description: SUCCESS[status] ?? 'An answer.' }]];
  });
  return Object.fromEntries(entries);
}
