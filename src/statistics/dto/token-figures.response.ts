import type { Figures } from '../../tokens/token-figures.service.js';

export class TokenFiguresResponse {
  /**
   * Personal tokens that work now. Short-lived tokens from a sign-in and tokens of applications are not counted.
   * @example 12
   */
  active: number;

  /**
   * Tokens that the policy of the site stops now. They are not counted in the other figures.
   * @example 0
   */
  stopped: number;

  /**
   * Active tokens that expire within 30 days.
   * @example 2
   */
  expiring: number;

  /**
   * Active tokens that were neither created nor used in the last 90 days.
   * @example 1
   */
  unused: number;

  /**
   * Active tokens that came from another user and have not been rotated since.
   * @example 0
   */
  inherited: number;
}

export function tokenFiguresResponse({ active, stopped, expiring, unused, inherited }: Figures): TokenFiguresResponse {
  return { active, stopped, expiring, unused, inherited };
}
