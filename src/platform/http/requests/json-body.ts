import { invalidRequest } from '../../../shared/errors/general.errors.js';

/** Deeper than any body of ours. Code that walks a body later may recurse. */
const DEEPEST = 20;
/** More than most bodies of ours have. Validation takes time for each value. */
const MOST_VALUES = 2_000;
/** Names that change an object when a careless copy assigns them, or that every object has before anything is sent. */
const POISON = new Set(['prototype', ...Object.getOwnPropertyNames(Object.prototype)]);

/** A JSON object in a request. Throws invalidRequest, and never quotes the input. */
export function parseJson(text: string, most = MOST_VALUES): object {
  const value = parse(text);
  if (!isObject(value) || Array.isArray(value)) throw invalidRequest({ detail: 'The body must be a JSON object.' });
  refusePoison(value, '', 1, { left: most, most });
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidRequest({ detail: 'The body is not valid JSON.' });
  }
}

function refusePoison(
  node: object,
  path: string,
  depth: number,
  values: { left: number; readonly most: number },
): void {
  if (depth > DEEPEST) throw invalidRequest({ detail: `The body is nested deeper than ${DEEPEST} levels.` });
  const entries = Object.entries(node);
  values.left -= entries.length;
  if (values.left < 0) throw invalidRequest({ detail: `The body holds more than ${values.most} values.` });
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

/** A database can't store a lone surrogate: the stored text would differ from the answer. */
function isHalf(value: unknown): boolean {
  return typeof value === 'string' && /\p{Surrogate}/u.test(value);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
