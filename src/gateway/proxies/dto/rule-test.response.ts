import type { RuleVerdict } from '../rules/rule-test.js';

export class RuleTestResponse {
  /**
   * The rule that decides, counted from 1; null when none matches and the request is refused.
   * @example 1
   */
  rule: number | null;

  /**
   * The scopes that a token needs, all of them. If a rule matches and this is empty, any token of the site passes.
   * @example ["orders:read"]
   */
  scopes: string[];
}

export function ruleTestResponse({ rule, scopes }: RuleVerdict): RuleTestResponse {
  return { rule, scopes: [...scopes] };
}
