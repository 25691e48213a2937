import { DomainError } from '../shared/errors/domain-error.js';

const ENDED = ['owner_not_active', 'application_not_found', 'invalid_token'];

/**
 * Whether issuing failed because, after the credential was proved, its owner was suspended, the credential ended or the
 * application was deleted. To the caller, this is a credential that no longer works.
 */
export function endedMeanwhile(error: unknown): boolean {
  return error instanceof DomainError && ENDED.includes(error.code);
}
