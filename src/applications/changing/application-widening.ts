import { Injectable } from '@nestjs/common';
import { lifetimeExceeded } from '../../shared/authz/authority.errors.js';
import type { Principal } from '../../shared/authz/principal.js';
import { missingFrom } from '../../shared/authz/scopes.js';
import { ceilingStands } from '../../tokens/tokens.errors.js';
import { ApplicationRules } from './application-rules.js';
import type { Application } from '../application.entity.js';
import type { Tx } from '../../platform/database/transaction.js';
import { TokenRevocation } from '../../tokens/token-revocation.service.js';
import { ApplicationRepository } from '../application.repository.js';
import { ClientSecretRepository } from '../secrets/client-secret.repository.js';

const REPLACE =
  'Replace its client secrets and its access token first, or lift its ceiling in the same call. Otherwise copies kept by a former owner would gain the scopes too.';

/** Who may widen an application: its scopes, its ceiling, the lifetime of its tokens, its end (contract §1, §5). */
@Injectable()
export class ApplicationWidening {
  constructor(
    private readonly rules: ApplicationRules,
    private readonly applications: ApplicationRepository,
    private readonly secrets: ClientSecretRepository,
    private readonly revocation: TokenRevocation,
  ) {}

  /**
   * A change that widens nothing passes. A change that does must not reach anything that a leaver may have a copy of. When
   * the ceiling is lifted, every value issued under it ends; otherwise a marked application is refused, and other marked tokens
   * end. Returns the ids of those tokens.
   * @throws lifetimeExceeded, ceilingStands, reauthenticationRequired
   */
  async require(
    tx: Tx,
    principal: Principal,
    application: Application,
    patch: Partial<Application>,
  ): Promise<string[]> {
    if (!widens(application, patch)) return [];
    this.#requireMayWiden(principal, application, patch);
    const { siteId, id } = application;
    if (patch.ceiling !== null) {
      if ((await this.applications.inheritanceOf(tx, application)) !== null) throw ceilingStands({ detail: REPLACE });
      return this.revocation.markedOfApplication(tx, siteId, id, 'ceiling_lifted');
    }
    await this.secrets.revokeAll(tx, siteId, id);
    await this.revocation.allOfApplication(tx, siteId, id, 'ceiling_lifted');
    return [];
  }

  #requireMayWiden(principal: Principal, application: Application, patch: Partial<Application>): void {
    const lasts = lastsLonger(application, patch);
    const ttlRaised = isTtlRaised(application, patch);
    const ceilingLifted = patch.ceiling === null;
    const authority = this.rules.authorityOver(principal);
    const isSession = principal.credential.kind === 'session';
    if (ceilingLifted && !isSession) throw ceilingStands();
    if (lasts && !isSession)
      throw lifetimeExceeded({ detail: 'Only the owner can extend an application, and only from a session.' });
    if (ttlRaised && authority.endsAt !== null)
      throw lifetimeExceeded({
        detail: `The application's tokens live for ${application.tokenTtlSeconds} seconds. Its owner can raise that.`,
      });
    if (!ttlRaised) authority.requireEnd(application.endsAt);
  }
}

function widens(application: Application, patch: Partial<Application>): boolean {
  const isBoundWidened = patch.ceiling === null || scopesWidened(application, patch);
  return isBoundWidened || isTtlRaised(application, patch) || lastsLonger(application, patch);
}

function isTtlRaised({ tokenTtlSeconds }: Application, patch: Partial<Application>): boolean {
  return (patch.tokenTtlSeconds ?? 0) > tokenTtlSeconds;
}

function lastsLonger({ endsAt }: Application, patch: Partial<Application>): boolean {
  if (patch.endsAt === undefined || endsAt === null) return false;
  return patch.endsAt === null || patch.endsAt > endsAt;
}

function scopesWidened({ scopes }: Application, patch: Partial<Application>): boolean {
  if (patch.scopes === undefined || scopes === null) return false;
  return patch.scopes === null || missingFrom(scopes, patch.scopes).length > 0;
}
