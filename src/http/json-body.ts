import { invalidRequest } from '../shared/errors/general.errors.js';

/** Deeper than any body of ours; what walks a body later may recurse. */
const DEEPEST = 20;
/** More than any body of ours holds; validation takes its time for each of them. */
const MOST_VALUES = 2_000;
/** Names that change what an object is when a careless copy assigns them. */
const POISON = new Set(['__proto__', 'constructor', 'prototype']);

/** A JSON object of a request. Throws invalidRequest, and never quotes what it read. */
export function parseJson(text: string): object {
  const value = parse(text);
  if (!isObject(value) || Array.isArray(value)) throw invalidRequest({ detail: 'The body must be a JSON object.' });
  refusePoison(value, '', 1, { left: MOST_VALUES });
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidRequest({ detail: 'The body is not valid JSON.' });
  }
}

function refusePoison(node: object, path: string, depth: number, values: { left: number }): void {
  if (depth > DEEPEST) throw invalidRequest({ detail: `The body is nested deeper than ${DEEPEST} levels.` });
  const entries = Object.entries(node);
  values.left -= entries.length;
  if (values.left < 0) throw invalidRequest({ detail: `The body holds more than ${MOST_VALUES} values.` });
  for (const [name, child] of entries) {
    if (POISON.has(name)) {
      const errors = [{ path: path + name, message: 'this name is not allowed' }];
      throw invalidRequest({ detail: 'The body holds a name that is not allowed.', errors });
    }
    if (isHalf(name) || isHalf(child))
      throw invalidRequest({ detail: 'The body holds text that is not Unicode: half of a surrogate pair.' });
    if (isObject(child)) refusePoison(child, `${path}${depth > 4 ? '…' : name}.`, depth + 1, values);
  }
}

/** A database stores no lone surrogate: what it read back would not be what was answered. */
function isHalf(value: unknown): boolean {
  return typeof value === 'string' && /\p{Surrogate}/u.test(value);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
