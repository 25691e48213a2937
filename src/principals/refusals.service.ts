import { Injectable } from '@nestjs/common';
import { anonymousActor, type AuditActor } from '../platform/audit/audit.types.js';
import { DenialLog } from '../platform/audit/denial-log.js';
import type { RequestContext } from '../shared/authz/actor.js';
import type { DomainError } from '../shared/errors/domain-error.js';
import { accountSuspended, invalidToken, networkNotAllowed } from './principals.errors.js';
import type { Refusal } from './refusal.js';

/** Handles a refused credential: a row in the audit log with the reason, and an answer without it. */
@Injectable()
export class Refusals {
  constructor(private readonly denials: DenialLog) {}

  /** Audits the refusal. Strings that never were a credential of ours are noise, not events, and are not kept. */
  audit(refusal: Refusal, context: RequestContext): void {
    const { credential, reason } = refusal;
    if (reason === 'malformed') return;
    const actor: AuditActor =
      credential === null
        ? anonymousActor(context)
        : {
            kind: 'user',
            id: credential.userId,
            name: credential.username,
            credentialKind: credential.kind,
            credentialId: credential.id,
            address: context.address,
            requestId: context.requestId,
          };
    const type = { session: 'session', secret: 'secret', personal: 'token', application: 'token' } as const;
    this.denials.record({
      siteId: credential?.siteId ?? null,
      action: 'credential.used',
      outcome: 'denied',
      reason,
      actor,
      ...(credential && { subject: { type: type[credential.kind], id: credential.id, name: credential.name } }),
    });
  }

  /** The error to throw: the same one for all reasons that the caller must not tell apart. */
  errorOf(refusal: Refusal): DomainError {
    if (refusal.reason === 'account_suspended') return accountSuspended();
    if (refusal.reason === 'network_not_allowed') return networkNotAllowed();
    return INVALID_TOKEN;
  }
}

/** RFC 6750 §3.1; one text for every reason. */
export const INVALID_TOKEN_CHALLENGE =
  'Bearer realm="gatehouse", error="invalid_token", error_description="The credential is unknown, expired or revoked"';
/** RFC 6750 §3.1: a request without a credential is told the scheme and no error. */
export const PLAIN_CHALLENGE = 'Bearer realm="gatehouse"';
/** One error object for all: it says nothing about the request, and a flood of junk should not even cost its creation. */
const INVALID_TOKEN = invalidToken({ challenge: INVALID_TOKEN_CHALLENGE });
