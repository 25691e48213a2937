import type { OpenAPIObject } from '@nestjs/swagger';

/**
 * The compiler yields the values of an enumeration in the order in which it met them, and another program may meet them in
 * another order. The order means nothing, so the document has them sorted, because it is compared with the committed one.
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
