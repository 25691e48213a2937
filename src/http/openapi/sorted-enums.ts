/**
 * Puts the values of every enumeration in order. The plugin reads them off union types, which TypeScript lists in the
 * order that it met their members in: the document would change with what was compiled before.
 */
export function withSortedEnums<T>(node: T): T {
  if (typeof node !== 'object' || node === null) return node;
  if (Array.isArray(node)) return node.map((each: unknown) => withSortedEnums(each)) as T;
  const entries = Object.entries(node).map(([name, value]: [string, unknown]) => [
    name,
    name === 'enum' && Array.isArray(value) ? [...(value as unknown[])].sort() : withSortedEnums(value),
  ]);
  return Object.fromEntries(entries) as T;
}
