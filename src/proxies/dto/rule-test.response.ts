import type { RuleVerdict } from '../rule-test.js';

export class RuleTestResponse {
  /**
   * Which rule decides, counted from 1; null when none fits, and so the request is refused.
   * @example 1
   */
  rule: number | null;

  /**
   * All that a token needs. Nothing: any token of the site passes, if there is a rule.
   * @example ["orders:read"]
   */
  scopes: string[];
}

export function ruleTestResponse({ rule, scopes }: RuleVerdict): RuleTestResponse {
  return { rule, scopes: [...scopes] };
}
