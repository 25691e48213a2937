import { ApiProperty } from '@nestjs/swagger';
import type { ProxyProposal } from '../import/proxy-import.js';
import { ProxyDefinitionResponse, proxyDefinitionResponse } from './proxy.response.js';

const WARNING_CODES = ['ignored', 'not_granted', 'omitted', 'stricter'] as const;

export class ScopeNameResponse {
  /**
   * As the document names it.
   * @example "Audit.All"
   */
  name: string;

  /**
   * The scope of the site that stands for it in the rules.
   * @example "orders:audit.all"
   */
  scope: string;

  /**
   * The roles that grant the scope.
   * @example []
   */
  roles: string[];
}

export class ImportWarningResponse {
  /**
   * `omitted`: an operation has no rule. `stricter`: its rule needs scopes that it doesn't ask for. `ignored`: a part of its path
   * makes no difference to a rule. `not_granted`: no role grants a scope.
   * @example "omitted"
   */
  @ApiProperty({ enum: WARNING_CODES })
  code: (typeof WARNING_CODES)[number];

  /**
   * Null when the warning is about all methods, or about no operation.
   * @example "TRACE"
   */
  method: string | null;

  /**
   * As the document writes it.
   * @example "/orders"
   */
  path: string | null;

  /** @example "is a method that never passes the gateway" */
  message: string;
}

/** A proxy that an import proposes, and what a reader has to know about it. `POST {api}/projects/{id}/proxies` takes it as it is. */
export class ProxyProposalResponse extends ProxyDefinitionResponse {
  /** What stands for the scopes that the document names. */
  scopeNames: ScopeNameResponse[];

  /** Everything that the proposal leaves out or changes. */
  warnings: ImportWarningResponse[];
}

export function proxyProposalResponse({ definition, scopeNames, warnings }: ProxyProposal): ProxyProposalResponse {
  return {
    ...proxyDefinitionResponse(definition),
    scopeNames: scopeNames.map((entry) => ({ ...entry, roles: [...entry.roles] })),
    warnings: warnings.map((warning) => ({ ...warning })),
  };
}
