import { Injectable } from '@nestjs/common';
import { Roles } from '../../../directory/roles/roles.service.js';
import { Projects } from '../../projects/projects.service.js';
import type { AccountScope } from '../../projects/projects.types.js';
import type { ImportProxyRequest } from '../dto/import-proxy.request.js';
import { requestedDefinition } from '../administration/proxy-definition.js';
import type { ProxyDefinition } from '../proxies.types.js';
import { RULES_BODY } from '../rules/rules-body.js';
import { documentRefused, type DocumentThread } from './document-thread.js';
import type { ScopeName } from './required-scopes.js';
import type { ImportWarning } from './rule-proposal.js';

export interface GrantedScopeName extends ScopeName {
  /** The roles of the site that grant the scope. */
  readonly roles: readonly string[];
}

export interface ProxyProposal {
  readonly definition: ProxyDefinition;
  readonly scopeNames: readonly GrantedScopeName[];
  readonly warnings: readonly ImportWarning[];
}

/**
 * Reads OpenAPI documents, and proposes a proxy that guards the API they describe. A person looks at the answer and sends it
 * back.
 */
@Injectable()
export class ProxyImport {
  constructor(
    private readonly projects: Projects,
    private readonly roles: Roles,
  ) {}

  async propose(
    scope: AccountScope,
    projectId: string,
    { connectionId, path, resource, scopeNames }: ImportProxyRequest,
    thread: DocumentThread,
  ): Promise<ProxyProposal> {
    await this.projects.read(scope, projectId);
    const imported = await thread.propose({ path, resource, scopeNames });
    const routes = imported.routes.map(({ methods, path: pattern, scopes }) => ({
      methods: [...methods],
      path: pattern,
      scopes: [...scopes],
    }));
    const { name, description, path: proxyPath } = imported;
    const definition = requestedDefinition({ name, description, path: proxyPath, connectionId, routes });
    const roles = await this.roles.all(scope.siteId);
    const rolesOf = (wanted: string) => roles.filter(({ scopes }) => scopes.includes(wanted)).map((role) => role.name);
    const asked = [...new Set(routes.flatMap(({ scopes }) => scopes))].sort();
    const notGranted = asked.filter((each) => rolesOf(each).length === 0).map(notGrantedWarning);
    const proposal = {
      definition,
      scopeNames: imported.scopes.map((entry) => ({ ...entry, roles: rolesOf(entry.scope) })),
      warnings: [...imported.warnings, ...notGranted],
    };
    if (!canBeSentBack(proposal))
      throw documentRefused('gives a proposal that is too large to save: cut it into several');
    return proposal;
  }
}

/** As the body of a new proxy. */
export function canBeSentBack({ definition, ...notes }: ProxyProposal): boolean {
  const body = { ...definition, ...notes };
  return (
    Buffer.byteLength(JSON.stringify(body)) <= RULES_BODY.bytes && valuesIn(body) <= (RULES_BODY.values ?? Infinity)
  );
}

function valuesIn(node: object): number {
  const values = Object.values(node) as unknown[];
  return values.reduce<number>(
    (sum, value) => sum + (typeof value === 'object' && value !== null ? valuesIn(value) : 0),
    values.length,
  );
}

function notGrantedWarning(scope: string): ImportWarning {
  const message = `no role of the site grants ${scope}: nobody can make the calls that need it until one does`;
  return { code: 'not_granted', method: null, path: null, message };
}
