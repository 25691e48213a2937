import type { ProxyDefinition, ProxyRoute } from './use-proxies';

type Json = Readonly<Record<string, unknown>>;

/** An exported proxy, or null when this is none. Whether its values hold is said by the service, once it is sent. */
export function definitionOfFile(text: string): ProxyDefinition | null {
  const file = objectOf(parsed(text));
  const { name, description, path, connectionId, routes, stripPrefix, timeoutMs, bodyLimitBytes } = file;
  const headers = objectOf(file['headers']);
  const { perMinute } = objectOf(file['rateLimit']);
  if (typeof name !== 'string' || typeof path !== 'string' || typeof connectionId !== 'string') return null;
  if (typeof stripPrefix !== 'boolean' || typeof timeoutMs !== 'number' || typeof bodyLimitBytes !== 'number')
    return null;
  if (!Array.isArray(routes) || !routes.every(isRoute)) return null;
  return {
    name,
    description: typeof description === 'string' ? description : null,
    path,
    connectionId,
    routes,
    stripPrefix,
    timeoutMs,
    bodyLimitBytes,
    headers: { add: textsOf(headers['add']), remove: isTexts(headers['remove']) ? headers['remove'] : [] },
    rateLimit: typeof perMinute === 'number' ? { perMinute } : null,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // said by who asked
  }
}

function isRoute(value: unknown): value is ProxyRoute {
  const { methods, path, scopes } = objectOf(value);
  return isTexts(methods) && typeof path === 'string' && isTexts(scopes);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function textsOf(value: unknown): Record<string, string> {
  const texts = Object.entries(objectOf(value)).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(texts);
}

export function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}
