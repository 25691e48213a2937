import type { ShownSecret } from '../../../directory/users/users.types.js';

export class DeveloperSecretResponse {
  /**
   * The secret itself, for `Authorization: Secret …`.
   * @example "gth_sec_…"
   */
  secret: string;

  /**
   * Its last 4 characters, which the audit log uses to name it.
   * @example "x7Qa"
   */
  last4: string;

  /** @example "2026-11-01T09:30:00.000Z" */
  createdAt: string;
}

export function developerSecretResponse({ secret, last4, createdAt }: ShownSecret): DeveloperSecretResponse {
  return { secret, last4, createdAt: createdAt.toISOString() };
}
