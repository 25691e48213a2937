import { Injectable } from '@nestjs/common';
import type { Principal } from '../../shared/authz/principal.js';
import { CredentialCheck } from '../credential-check.service.js';
import { Refusal, type RefusalReason } from '../refusal.js';
import type { KeyedCall } from '../keyed-call.js';

const ENDED: readonly RefusalReason[] = ['reused_after_rotation', 'revoked'];

/**
 * A client whose answer to a rotation was lost holds a value that this rotation ended. For the repetition of that call, and for
 * nothing else, the value counts as what it was before (contract §9, "Idempotency-Key").
 */
@Injectable()
export class EndedCallers {
  constructor(private readonly check: CredentialCheck) {}

  /** What a checked token counts as for this call. */
  async judge(token: Principal | Refusal, call: KeyedCall): Promise<Principal | Refusal> {
    if (token instanceof Refusal && !ENDED.includes(token.reason)) return token;
    const kept = await call.kept();
    if (kept === null || kept.callerEnd === null || kept.request !== call.digest()) return token;
    return this.check.tokenBefore(kept.callerEnd, call.credential);
  }
}
