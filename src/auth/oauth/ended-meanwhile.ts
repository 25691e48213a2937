import { DomainError } from '../../shared/errors/domain-error.js';

/** Whether issuing failed because the owner was suspended, or the application deleted, after the credential was proved:
 * to the caller that is a credential that no longer works. */
export function endedMeanwhile(error: unknown): boolean {
  return error instanceof DomainError && ['owner_not_active', 'application_not_found'].includes(error.code);
}
