import { Injectable } from '@nestjs/common';
import { Projects } from '../../projects/projects.service.js';
import type { AccountScope } from '../../projects/projects.types.js';
import { validationFailed } from '../../../shared/errors/general.errors.js';
import { nameFrom } from '../../../shared/validation/name.decorator.js';
import { descriptionFrom } from '../../../shared/validation/text.decorator.js';
import type { ImportProxyRequest } from '../dto/import-proxy.request.js';
import { routesOfDocument, scopeResourceProblem } from './openapi-routes.js';
import { requestedDefinition } from '../administration/proxy-definition.js';
import { proxyPathProblem } from '../rules/proxy-path.js';
import type { ProxyDefinition, ProxyRoute } from '../proxies.types.js';

const MOST_ROUTES = 200;
const FALLBACK_NAME = 'imported';

/**
 * Reads OpenAPI documents, and proposes a proxy that guards the API they describe. A person looks at the answer and sends it
 * back.
 */
@Injectable()
export class ProxyImport {
  constructor(private readonly projects: Projects) {}

  async propose(scope: AccountScope, projectId: string, request: ImportProxyRequest): Promise<ProxyDefinition> {
    await this.projects.read(scope, projectId);
    const { title, description } = titleOf(request.document);
    const path = request.path ?? `/${slugOf(title)}`;
    const routes = readRoutes(request.document, request.resource ?? resourceOf(path));
    return requestedDefinition({
      name: title,
      description,
      path,
      connectionId: request.connectionId,
      routes: routes.map(({ methods, path: pattern, scopes }) => ({
        methods: [...methods],
        path: pattern,
        scopes: [...scopes],
      })),
    });
  }
}

function readRoutes(document: Readonly<Record<string, unknown>>, resource: string): ProxyRoute[] {
  const routes = routesOfDocument(document, resource);
  if (routes.length === 0) throw documentRefused('describes no operation that a proxy can guard');
  if (routes.length > MOST_ROUTES) throw documentRefused(`gives more than ${MOST_ROUTES} routes; cut it into several`);
  return routes;
}

function titleOf(document: Readonly<Record<string, unknown>>): { title: string; description: string | null } {
  const info = (document['info'] ?? {}) as { title?: unknown; description?: unknown };
  const title = typeof info.title === 'string' ? nameFrom(info.title) : null;
  const description = typeof info.description === 'string' ? descriptionFrom(info.description) : null;
  return { title: title ?? FALLBACK_NAME, description };
}

/** `Order API` → `order-api`. */
function slugOf(title: string): string {
  const slug = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 64);
  return proxyPathProblem(slug) === null ? slug : FALLBACK_NAME;
}

/** The last part of the path, as far as it can stand in a scope: `/shop/orders` → `orders`. */
function resourceOf(path: string): string {
  const last = path.split('/').at(-1)?.toLowerCase() ?? '';
  return scopeResourceProblem(last) === null ? last : FALLBACK_NAME;
}

function documentRefused(message: string) {
  return validationFailed({ errors: [{ path: 'document', message }] });
}
