import { proxies as proxyWords } from '../text/proxies';
import { sizeInWords, timeInWords } from './amounts';
import { objectOf } from './definition-of-file';
import { methodsInWords } from './rules-table';

const { deployment: words, detail, form } = proxyWords;

/** `routes.0.scopes` as `Rule 1, scopes`. */
export function fieldInWords(path: string): string {
  const [field = '', ...rest] = path.split('.');
  const [first, second] = rest;
  if (field === 'routes' && first !== undefined) {
    const rule = words.ruleField(Number(first) + 1);
    return second === undefined ? rule : `${rule}, ${nameIn(words.ruleFields, second)}`;
  }
  if (field === 'headers' && first === 'remove') return words.headersLeftOut;
  // the name of a header may have dots of its own
  if (field === 'headers' && first === 'add')
    return second === undefined ? words.headersSet : words.headerSet(rest.slice(1).join('.'));
  return nameIn(words.fields, field);
}

/** A value of the field as a reader would say it; most are one line. */
export function valueInLines(path: string, value: unknown, connectionName: (id: string) => string): string[] {
  if (value === null || (Array.isArray(value) && value.length === 0)) return [nothingOf(path)];
  if (Array.isArray(value) && value.some((each) => typeof each === 'object')) return value.map(ruleInWords);
  if (path.endsWith('.methods')) return [methodsInWords(textsOf(value))];
  if (Array.isArray(value)) return textsOf(value);
  if (typeof value === 'object') return ofObject(path, objectOf(value));
  if (typeof value === 'boolean') return [value ? words.yes : words.no];
  if (typeof value === 'number') return [amountInWords(path, value)];
  if (typeof value !== 'string') return [words.nothing];
  return [path === 'connectionId' ? connectionName(value) : value];
}

/** No scopes is a rule that lets any token in, which must not look like nothing. */
function nothingOf(path: string): string {
  return path.endsWith('.scopes') ? form.scopesEmpty : words.nothing;
}

function ofObject(path: string, value: Readonly<Record<string, unknown>>): string[] {
  if (typeof value['perMinute'] === 'number') return [detail.perMinute(value['perMinute'])];
  if (path.startsWith('routes')) return [ruleInWords(value)];
  const entries = Object.entries(value).map(([name, each]) => `${name}: ${String(each)}`);
  return entries.length === 0 ? [words.nothing] : entries;
}

/** `GET /orders/{id}: orders:read`. */
function ruleInWords(value: unknown): string {
  const { methods, path, scopes } = objectOf(value);
  const needed = textsOf(scopes);
  return `${methodsInWords(textsOf(methods))} ${String(path)}: ${needed.length === 0 ? form.scopesEmpty : needed.join(', ')}`;
}

function amountInWords(path: string, value: number): string {
  if (path === 'timeoutMs') return timeInWords(value);
  if (path === 'bodyLimitBytes') return sizeInWords(value);
  return path === 'rateLimit.perMinute' ? detail.perMinute(value) : String(value);
}

function nameIn(names: Readonly<Record<string, string>>, field: string): string {
  return names[field] ?? field;
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
