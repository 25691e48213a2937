import type { Figures } from '../../tokens/token-figures.service.js';

export class TokenFiguresResponse {
  /**
   * Personal tokens that work now. Short-lived ones that came from a sign-in, and those of applications, are not counted here.
   * @example 12
   */
  active: number;

  /**
   * Those that the policy of the site stops at this moment; they are not among the others.
   * @example 0
   */
  stopped: number;

  /**
   * Those of the active that expire within 30 days.
   * @example 2
   */
  expiring: number;

  /**
   * Those of the active that nobody has used for 90 days, nor made since.
   * @example 1
   */
  unused: number;

  /**
   * Those of the active that came from another user and were not rotated since.
   * @example 0
   */
  inherited: number;
}

export function tokenFiguresResponse({ active, stopped, expiring, unused, inherited }: Figures): TokenFiguresResponse {
  return { active, stopped, expiring, unused, inherited };
}
