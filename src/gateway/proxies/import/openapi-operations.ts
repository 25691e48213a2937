import { PROXY_METHODS } from '../rules/proxy-methods.js';

export type Json = Readonly<Record<string, unknown>>;

export interface Operation {
  readonly method: string;
  readonly path: string;
  /** As the document has it, its own or that of the whole document. */
  readonly security: unknown;
  /** The parameters of the path that admit several segments, by their schemas. */
  readonly wide: ReadonlySet<string>;
}

/** Something of a path that is no operation that a rule could guard. */
export interface Unread {
  /** Null where nobody knows which methods it would be about. */
  readonly method: string | null;
  readonly path: string;
  readonly wide?: ReadonlySet<string>;
  /** Whether it may be about any path at all. */
  readonly isAnywhere?: true;
  readonly reason: string;
}

export interface ReadOperations {
  readonly operations: readonly Operation[];
  readonly unread: readonly Unread[];
}

const GATEWAY_METHODS: ReadonlySet<string> = new Set(PROXY_METHODS);
const OTHER_METHODS = new Set(['TRACE', 'QUERY']);
const OTHER_FIELDS = new Set(['$ref', 'summary', 'description', 'servers', 'parameters', 'additionalOperations']);
const LONGEST_CHAIN = 20;

/** Every operation below `paths`, those behind a `$ref` included; what it can't read it names. */
export function operationsOf(document: Json): ReadOperations {
  const operations: Operation[] = [];
  const unread: Unread[] = [];
  const reading = { document, operations, unread };
  for (const [path, item] of Object.entries(objectOf(own(document, 'paths')))) {
    if (path.startsWith('x-')) continue; // an extension (3.1 §4.9)
    if (path === '$ref')
      unread.push({ method: null, path, reason: 'refers to paths in another place', isAnywhere: true });
    else readItem(reading, path, item);
  }
  return { operations, unread };
}

interface Reading {
  readonly document: Json;
  readonly operations: Operation[];
  readonly unread: Unread[];
}

/** Fields beside a `$ref` count too: which of the two a program takes is not defined (3.1 §4.8.9). */
function readItem(reading: Reading, path: string, item: unknown, chain = 0, around: readonly string[] = []): void {
  if (!isObject(item)) {
    reading.unread.push({ method: null, path, reason: 'is no object' });
    return;
  }
  if (own(item, '$ref') !== undefined) {
    const found = targetOf(reading.document, own(item, '$ref'), chain);
    if ('problem' in found) reading.unread.push({ method: null, path, reason: found.problem });
    else readItem(reading, path, found.target, chain + 1, [...around, ...wideNames(reading.document, item)]);
  }
  const wide = new Set([...around, ...wideNames(reading.document, item)]);
  for (const [field, value] of Object.entries(item))
    if (!OTHER_FIELDS.has(field) && !field.startsWith('x-'))
      readOperation(reading, { method: field.toUpperCase(), path, wide }, value);
  const additional = own(item, 'additionalOperations');
  if (additional !== undefined && !isObject(additional))
    reading.unread.push({ method: null, path, reason: 'has additionalOperations that are no object' });
  for (const [method, value] of Object.entries(objectOf(additional)))
    readOperation(reading, { method: method.toUpperCase(), path, wide }, value);
}

interface Place {
  readonly method: string;
  readonly path: string;
  readonly wide: ReadonlySet<string>;
}

function readOperation(reading: Reading, place: Place, value: unknown, chain = 0): void {
  const omit = (reason: string) => reading.unread.push({ ...place, reason });
  if (!GATEWAY_METHODS.has(place.method)) {
    omit(
      OTHER_METHODS.has(place.method)
        ? 'is a method that never passes the gateway'
        : 'is no method that passes the gateway',
    );
    return;
  }
  if (!isObject(value)) {
    omit('is no object');
    return;
  }
  const wide = new Set([...place.wide, ...wideNames(reading.document, value)]);
  // beside a `$ref`, which of the two a program takes is not defined: both count
  if (own(value, '$ref') === undefined || Object.hasOwn(value, 'security')) {
    const security = Object.hasOwn(value, 'security') ? value['security'] : own(reading.document, 'security');
    reading.operations.push({ ...place, wide, security });
  }
  if (own(value, '$ref') === undefined) return;
  const found = targetOf(reading.document, own(value, '$ref'), chain);
  if ('problem' in found) omit(found.problem);
  else readOperation(reading, { ...place, wide }, found.target, chain + 1);
}

/** Documents of gRPC gateways say `pattern: ^shelves/[^/]+$` of a parameter that holds slashes; 3.2 says `allowReserved`. */
function wideNames(document: Json, holder: Json): string[] {
  const parameters = own(holder, 'parameters');
  if (!Array.isArray(parameters)) return [];
  return parameters.flatMap((each: unknown) => {
    const parameter = followed(document, each);
    const name = own(parameter, 'name');
    if (typeof name !== 'string' || own(parameter, 'in') !== 'path') return [];
    const pattern = own(followed(document, own(parameter, 'schema')), 'pattern');
    const hasSlash = typeof pattern === 'string' && pattern.replace(/\[\^[^\]]*\]/g, '').includes('/');
    return hasSlash || own(parameter, 'allowReserved') === true ? [name] : [];
  });
}

function followed(document: Json, value: unknown, chain = 0): Json {
  const reference = own(objectOf(value), '$ref');
  if (reference === undefined) return objectOf(value);
  const found = targetOf(document, reference, chain);
  return 'target' in found ? followed(document, found.target, chain + 1) : {};
}

/** What a reference within the document leads to (RFC 6901). */
function targetOf(document: Json, reference: unknown, chain: number): { target: unknown } | { problem: string } {
  if (typeof reference !== 'string') return { problem: 'has a $ref that is no text' };
  if (!reference.startsWith('#')) return { problem: 'has a $ref to another document' };
  if (chain >= LONGEST_CHAIN) return { problem: 'has a $ref that leads in a circle' };
  const pointer = decoded(reference.slice(1));
  if (pointer === null) return { problem: 'has a $ref that is not percent-encoded UTF-8' };
  if (pointer === '') return { problem: 'has a $ref to the whole document' };
  if (!pointer.startsWith('/')) return { problem: 'has a $ref to an anchor' };
  let target: unknown = document;
  for (const name of pointer.slice(1).split('/').map(unescaped))
    target = isObject(target) || Array.isArray(target) ? own(target, name) : undefined;
  return target === undefined ? { problem: 'has a $ref to nothing' } : { target };
}

/** A fragment is decoded as a whole, then cut (RFC 6901 §6). */
function decoded(fragment: string): string | null {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return null;
  }
}

function unescaped(name: string): string {
  return name.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** A document may have names that every object inherits. */
export function own(value: object, name: string): unknown {
  return Object.hasOwn(value, name) ? (value as Json)[name] : undefined;
}

export function objectOf(value: unknown): Json {
  return isObject(value) ? value : {};
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
