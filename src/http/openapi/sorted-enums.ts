import type { OpenAPIObject } from '@nestjs/swagger';

/**
 * The values of an enumeration come out of the compiler in the order in which it happened to meet them, which is another one
 * for another program. They say the same in any order, so the document has them sorted: it is compared with the committed one.
 */
export function withSortedEnums(document: OpenAPIObject): OpenAPIObject {
  return sorted(document) as OpenAPIObject;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, child]): [string, unknown] => [
    key,
    key === 'enum' && Array.isArray(child) ? [...(child as unknown[])].sort(byText) : sorted(child),
  ]);
  return Object.fromEntries(entries);
}

function byText(a: unknown, b: unknown): number {
  return String(a) < String(b) ? -1 : 1;
}
