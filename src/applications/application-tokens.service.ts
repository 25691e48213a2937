import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction.js';
import { Clock } from '../shared/clock/clock.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { PolicyLimits } from '../tokens/policy-limits.js';
import { type IssuedToken, TokenIssuer } from '../tokens/token-issuer.js';
import type { Application } from './application.entity.js';
import { ApplicationRepository } from './application.repository.js';
import { applicationNotFound } from './applications.errors.js';

/** How one token of an application is narrowed. */
export interface ApplicationTokenBounds {
  readonly scopes: readonly string[] | null;
  readonly accountId: string | null;
  /** What the token may do at this moment, space-separated: the claim of a JWT. */
  readonly effectiveScope: string;
}

export interface IssuedApplicationToken extends IssuedToken {
  readonly clientId: string;
  readonly expiresAt: Date;
  /** Seconds. */
  readonly expiresIn: number;
}

/** Issues tokens to applications, in the format and with the lifetime that the application is set to and its site allows. */
@Injectable()
export class ApplicationTokens {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly issuer: TokenIssuer,
    private readonly limits: PolicyLimits,
    private readonly clock: Clock,
  ) {}

  /** For an application that has just proved itself; it is read again, locked, in case it was deleted or moved meanwhile. */
  async issueFor(
    tx: Tx,
    site: SiteId,
    applicationId: string,
    bounds: ApplicationTokenBounds,
  ): Promise<IssuedApplicationToken> {
    const application = await this.applications.byIdForUpdate(tx, site, applicationId);
    if (application === null) throw applicationNotFound();
    return this.issue(tx, application, application.ownerId, bounds);
  }

  async issue(
    tx: Tx,
    application: Application,
    createdBy: string,
    bounds: ApplicationTokenBounds,
  ): Promise<IssuedApplicationToken> {
    const { siteId, ownerId, clientId, name } = application;
    const expiresIn = await this.limits.cap(siteId, application.tokenTtlSeconds, tx);
    const { effectiveScope, ...narrowing } = bounds;
    const spec = {
      ...narrowing,
      siteId,
      ownerId,
      createdBy,
      name,
      kind: 'application',
      allowedNetworks: null,
      applicationId: application.id,
      expiresAt: new Date(this.clock.now().getTime() + expiresIn * 1000),
    } as const;
    const issued =
      application.tokenFormat === 'jwt'
        ? await this.issuer.issueJwt(tx, spec, { clientId, scope: effectiveScope })
        : await this.issuer.issueOpaque(tx, spec);
    return { ...issued, clientId, expiresAt: spec.expiresAt, expiresIn };
  }
}
