import { Injectable } from '@nestjs/common';
import { Clock } from '../shared/clock/clock.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { SitePolicies } from '../sites/site-policies.service.js';
import { type PolicyRules, type PolicyStop, policyStop, rulesOf } from './policy-terms.js';
import { stateOf } from './token-state.js';
import type { Token } from './token.entity.js';

/** What a site asks of its tokens at an instant. */
export interface PolicyMoment {
  readonly rules: PolicyRules;
  readonly now: Date;
}

/** What the policy of a site stops, to be shown: one look at the site for any number of tokens. */
@Injectable()
export class PolicyStops {
  constructor(
    private readonly policies: SitePolicies,
    private readonly clock: Clock,
  ) {}

  async now(site: SiteId): Promise<PolicyMoment> {
    const policy = await this.policies.of(site);
    return { rules: rulesOf(policy), now: this.clock.now() };
  }
}

/** Why the policy stops a token. A token that is over has nothing left to stop. */
export function stopOf(token: Token, { rules, now }: PolicyMoment): PolicyStop | null {
  if (stateOf(token, now) !== 'active') return null;
  const { createdAt, rotatedAt, lastUsedAt, transferredAt, expiresAt } = token;
  const times = {
    createdAt: createdAt.getTime(),
    rotatedAt: rotatedAt?.getTime() ?? null,
    lastUsedAt: lastUsedAt?.getTime() ?? null,
    transferredAt: transferredAt?.getTime() ?? null,
    expiresAt: expiresAt?.getTime() ?? null,
  };
  return policyStop(rules, times, now.getTime());
}

/** What picks rows out, of a query whose table is called `row`. */
export interface Condition {
  readonly sql: string;
  readonly parameters: Readonly<Record<string, Date>>;
}

/** policyStop as a condition, never NULL: the latest of some times is over when each of them is that there is. */
export function stopCondition({ rules, now }: PolicyMoment, prefix = 'policy'): Condition {
  const conditions = rules.terms.map(({ since }, index) => {
    const isThere = since.map((name) => `row.${name} IS NOT NULL`).join(' OR ');
    const areOver = since.map((name) => `(row.${name} IS NULL OR row.${name} <= :${prefix}${index})`).join(' AND ');
    return `((${isThere}) AND ${areOver})`;
  });
  if (!rules.allowNeverExpire) conditions.push('row.expiresAt IS NULL');
  const parameters = rules.terms.map(
    ({ milliseconds }, index) => [`${prefix}${index}`, new Date(now.getTime() - milliseconds)] as const,
  );
  return {
    sql: conditions.length === 0 ? '(1 = 0)' : `(${conditions.join(' OR ')})`,
    parameters: Object.fromEntries(parameters),
  };
}
