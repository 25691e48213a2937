import type { Operation, PathItem } from './document.types.js';

type Parameter = NonNullable<Operation['parameters']>[number];

const TAG = { type: 'string', maxLength: 1024, example: '"6b1f0c9d2a7e4835b0d1c2e3f4a59687"' } as const;

export const IF_MATCH: Parameter = {
  name: 'If-Match',
  in: 'header',
  required: false,
  description:
    'The ETag that GET answered (RFC 9110 §13.1.1). Changed since, it is 412 `edit_conflict`; without it, the last one wins.',
  schema: TAG,
};

export function isIfMatch(parameter: Parameter): boolean {
  return 'in' in parameter && parameter.in === 'header' && parameter.name.toLowerCase() === 'if-match';
}

export function isConditional(operation: Operation | undefined): boolean {
  return operation?.parameters?.some(isIfMatch) ?? false;
}

/** If a resource can be changed under a condition, the answer that reads it has the tag for that condition. */
export function withEntityTag(item: PathItem): PathItem {
  const answer = item.get?.responses['200'];
  if (!isConditional(item.put) || item.get === undefined || answer === undefined || '$ref' in answer) return item;
  const ETag = { description: 'Names this version, for the If-Match of a PUT.', schema: TAG };
  const tagged = { ...answer, headers: { ...answer.headers, ETag } };
  return { ...item, get: { ...item.get, responses: { ...item.get.responses, '200': tagged } } };
}
