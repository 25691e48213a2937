import { validationFailed } from '../shared/errors/general.errors.js';
import type { ProxyRequest } from './dto/proxy.request.js';
import { DEFAULT_BODY_LIMIT, DEFAULT_TIMEOUT_MS, type ProxyDefinition, type ProxySettings } from './proxies.types.js';
import type { Proxy } from './proxy.entity.js';
import { normalProxyPath } from './proxy-path.js';

export type StoredProxy = Proxy;

/** Half of what a text column of MySQL holds: a revision keeps the settings and what they compile to. */
const LONGEST_SETTINGS = 30_000;

/** What a request asks for, with what it leaves out. @throws validationFailed when it is too much to keep */
export function requestedDefinition(request: ProxyRequest): ProxyDefinition {
  const settings = requestedSettings(request);
  if (Buffer.byteLength(JSON.stringify(settings)) > LONGEST_SETTINGS) {
    const message = `must, with the headers, have at most ${LONGEST_SETTINGS} characters as JSON`;
    throw validationFailed({ errors: [{ path: 'routes', message }] });
  }
  const { name, description = null, path, connectionId } = request;
  return { name, description, path: normalProxyPath(path), connectionId: connectionId.toLowerCase(), ...settings };
}

function requestedSettings(request: ProxyRequest): ProxySettings {
  const { stripPrefix = true, timeoutMs = DEFAULT_TIMEOUT_MS, bodyLimitBytes = DEFAULT_BODY_LIMIT } = request;
  return {
    routes: request.routes.map(({ methods, path, scopes }) => ({ methods, path, scopes: [...new Set(scopes)] })),
    stripPrefix,
    timeoutMs,
    bodyLimitBytes,
    headers: { add: request.headers?.add ?? {}, remove: request.headers?.remove ?? [] },
    rateLimit: request.rateLimit ? { perMinute: request.rateLimit.perMinute } : null,
  };
}

export function definitionOf({ name, description, path, connectionId, settings }: Proxy): ProxyDefinition {
  return { name, description, path, connectionId, ...settings };
}
