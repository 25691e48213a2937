import type { ProxyDefinition } from '../proxies.types.js';

export interface Difference {
  /** `routes.0.scopes`, in the way that errors name fields. */
  readonly path: string;
  /** Null where there was nothing. */
  readonly before: unknown;
  readonly after: unknown;
}

/** What differs between two definitions, field by field, in the order of the fields. */
export function differencesOf(before: ProxyDefinition, after: ProxyDefinition): Difference[] {
  return differences('', before, after);
}

function differences(path: string, before: unknown, after: unknown): Difference[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (!isBranch(before) || !isBranch(after)) return [{ path, before: before ?? null, after: after ?? null }];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => differences(path === '' ? name : `${path}.${name}`, before[name], after[name]));
}

/** Objects and lists of objects are compared field by field; a list of texts is one value. */
function isBranch(value: unknown): value is Readonly<Record<string, unknown>> {
  if (Array.isArray(value)) return value.some((item) => typeof item === 'object');
  return typeof value === 'object' && value !== null;
}
