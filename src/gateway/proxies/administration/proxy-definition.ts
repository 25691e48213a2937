import { validationFailed } from '../../../shared/errors/general.errors.js';
import { entityTag } from '../../../shared/protocol/entity-tag.js';
import type { ProxyRequest } from '../dto/proxy.request.js';
import { DEFAULT_BODY_LIMIT, DEFAULT_TIMEOUT_MS, type ProxyDefinition, type ProxySettings } from '../proxies.types.js';
import type { Proxy } from '../proxy.entity.js';
import { normalProxyPath } from '../rules/proxy-path.js';
import { snapshotOf } from '../rules/route-compiler.js';

export type StoredProxy = Proxy;

/** One statement writes a revision, and MySQL accepts 16 MiB of one. */
const LONGEST_REVISION = 4 * 1024 * 1024;

/**
 * The definition that a request asks for, with defaults for what it leaves out. @throws validationFailed when it is too large to
 * deploy
 */
export function requestedDefinition(request: ProxyRequest): ProxyDefinition {
  const { name, description = null, path, connectionId } = request;
  const place = { name, description, path: normalProxyPath(path), connectionId };
  const definition = { ...place, ...requestedSettings(request) };
  const length = Buffer.byteLength(JSON.stringify(snapshotOf(definition)));
  if (length > LONGEST_REVISION) {
    const message = `must be fewer or shorter: the deployed proxy would take ${length} of at most ${LONGEST_REVISION} bytes`;
    throw validationFailed({ errors: [{ path: 'routes', message }] });
  }
  return definition;
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

export function proxyTag(proxy: Proxy): string {
  return entityTag(definitionOf(proxy));
}
