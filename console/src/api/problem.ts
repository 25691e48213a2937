import type { components } from './schema';

export type Problem = components['schemas']['Problem'];

/** A refusal of the service, as its problem document tells it. */
export class ProblemError extends Error {
  constructor(
    readonly status: number,
    readonly problem: Partial<Problem>,
  ) {
    super(problem.detail ?? problem.title ?? `status ${status}`);
    this.name = 'ProblemError';
  }

  get code(): string {
    return this.problem.code ?? '';
  }
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof ProblemError && error.code === code;
}

/** Whether the session is over; a wrong password at the sign-in is a 401 too, and isn't meant. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof ProblemError && error.status === 401 && error.code !== 'invalid_credentials';
}
