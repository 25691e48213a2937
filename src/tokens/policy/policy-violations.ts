import { Injectable } from '@nestjs/common';
import { Clock } from '../../shared/clock/clock.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import { SitePolicies } from '../../directory/sites/site-policies.service.js';
import { type PolicyRules, type PolicyViolation, policyViolation, rulesOf } from './policy-rules.js';
import { stateOf } from '../liveness.js';
import type { Token } from '../token.entity.js';

/** The rules of a site's policy at an instant. */
export interface PolicySnapshot {
  readonly rules: PolicyRules;
  readonly now: Date;
}

/** Shows what the policy of a site stops: one read of the site serves any number of tokens. */
@Injectable()
export class PolicySnapshots {
  constructor(
    private readonly policies: SitePolicies,
    private readonly clock: Clock,
  ) {}

  async now(site: SiteId): Promise<PolicySnapshot> {
    const policy = await this.policies.of(site);
    return { rules: rulesOf(policy), now: this.clock.now() };
  }
}

/** Why the policy stops a token. A token that has ended is not stopped. */
export function violationOf(token: Token, { rules, now }: PolicySnapshot): PolicyViolation | null {
  if (stateOf(token, now) !== 'active') return null;
  const { createdAt, rotatedAt, lastUsedAt, transferredAt, expiresAt } = token;
  const times = {
    createdAt: createdAt.getTime(),
    rotatedAt: rotatedAt?.getTime() ?? null,
    lastUsedAt: lastUsedAt?.getTime() ?? null,
    transferredAt: transferredAt?.getTime() ?? null,
    expiresAt: expiresAt?.getTime() ?? null,
  };
  return policyViolation(rules, times, now.getTime());
}

/** Selects rows of a query whose table is called `row`. */
export interface Condition {
  readonly sql: string;
  readonly parameters: Readonly<Record<string, Date>>;
}

/** policyViolation as a condition, never NULL: the latest of some times has passed when every one that is set has passed. */
export function violationCondition({ rules, now }: PolicySnapshot, prefix = 'policy'): Condition {
  const conditions = rules.timeLimits.map(({ since }, index) => {
    const isThere = since.map((name) => `row.${name} IS NOT NULL`).join(' OR ');
    const areOver = since.map((name) => `(row.${name} IS NULL OR row.${name} <= :${prefix}${index})`).join(' AND ');
    return `((${isThere}) AND ${areOver})`;
  });
  if (!rules.allowNeverExpire) conditions.push('row.expiresAt IS NULL');
  const parameters = rules.timeLimits.map(
    ({ milliseconds }, index) => [`${prefix}${index}`, new Date(now.getTime() - milliseconds)] as const,
  );
  return {
    sql: conditions.length === 0 ? '(1 = 0)' : `(${conditions.join(' OR ')})`,
    parameters: Object.fromEntries(parameters),
  };
}
