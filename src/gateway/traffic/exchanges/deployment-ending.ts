import type { CallEnding } from '../../../principals/principals.types.js';
import type { DeploymentTable } from '../deployments/deployment-table.js';
import { notServed, routeNotAllowed } from '../gateway.errors.js';
import type { OpenExchange } from './open-exchange.js';

/** What is deployed, and which connections exist. */
export interface Deployed {
  readonly table: DeploymentTable;
  readonly connections: { has(id: string): boolean };
}

/**
 * Why an exchange that began under an earlier deployment must end under this one, or null. From now on, the exchange needs what
 * the rule that now decides about it asks for.
 */
export function deploymentEnding(exchange: OpenExchange, { table, connections }: Deployed): CallEnding | null {
  const { proxyId, method, target } = exchange;
  if (!table.serves(proxyId)) return { isWithdrawn: true, error: notServed() };
  if (!connections.has(exchange.connectionId)) return { isWithdrawn: false, error: notServed() };
  const served = table.find(target);
  if (served?.proxy.proxyId !== proxyId) return { isWithdrawn: false, error: notServed() };
  const decision = served.rules.decide(method, target, served.ownSegments);
  if (decision === null) return { isWithdrawn: false, error: routeNotAllowed() };
  exchange.call = { ...exchange.call, scopes: decision.scopes };
  return null;
}
