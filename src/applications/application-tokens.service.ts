import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/transaction.js';
import { Clock } from '../shared/clock/clock.js';
import { PolicyLimits } from '../tokens/policy/policy-limits.js';
import { type IssuedWithLifetime, lifetimeSeconds, TokenIssuer } from '../tokens/token-issuer.js';
import type { Application } from './application.entity.js';
import { ApplicationRepository } from './application.repository.js';
import { applicationEnded, applicationNotFound } from './applications.errors.js';
import { inheritedCredential } from '../shared/authz/authority.errors.js';
import { Authority, type StandingAuthority } from '../shared/authz/authority.js';
import type { Inheritance, StandingPrincipal } from '../shared/authz/principal.js';

/** How a token of an application is narrowed. */
export interface ApplicationTokenBounds {
  readonly scopes: readonly string[] | null;
  readonly accountId: string | null;
  /** What the token may do now, space-separated: the claim of a JWT. */
  readonly effectiveScope: string;
  /** Issues a JWT that lives at most this many seconds, whatever the application is set to; undefined follows the application. */
  readonly shortJwtSeconds?: number | undefined;
}

/** The application that a token is made for, and who makes it. */
export interface ApplicationTokenMaking {
  readonly application: Application;
  readonly createdBy: string;
  readonly inherited: Inheritance | null;
}

export interface IssuedApplicationToken extends IssuedWithLifetime {
  readonly clientId: string;
  readonly expiresAt: Date;
}

export interface FetchedApplicationToken extends IssuedApplicationToken {
  /** Whether the application lost its mark in the process, because nothing from before the transfer lives. */
  readonly unmarked: boolean;
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

  /**
   * For an application that has proved itself and is still valid. A token that an inherited application fetches carries its mark
   * (contract §5).
   */
  async issueFor(
    tx: Tx,
    client: StandingPrincipal,
    applicationId: string,
    bounds: ApplicationTokenBounds,
  ): Promise<FetchedApplicationToken> {
    const application = await this.applications.byIdForUpdate(tx, client.siteId, applicationId);
    if (application === null) throw applicationNotFound();
    const inherited = await this.applications.inheritanceOf(tx, application);
    const { ownerId } = application;
    const making = { application, createdBy: ownerId, inherited };
    const issued = await this.issue(tx, Authority.toFetch(client), making, bounds);
    return { ...issued, unmarked: application.transferredAt !== null && inherited === null };
  }

  /** @throws applicationEnded, lifetimeExceeded and the like */
  async issue(
    tx: Tx,
    authority: StandingAuthority,
    { application, createdBy, inherited }: ApplicationTokenMaking,
    bounds: ApplicationTokenBounds,
  ): Promise<IssuedApplicationToken> {
    const { siteId, ownerId, clientId, name } = application;
    const { effectiveScope, shortJwtSeconds, ...narrowing } = bounds;
    const now = this.clock.now();
    const expiresAt = authority.cut(await this.#end(tx, now, { application, inherited }, shortJwtSeconds));
    const spec = {
      ...narrowing,
      siteId,
      ownerId,
      createdBy,
      name,
      kind: 'application',
      ceiling: null,
      within: application.scopes ?? application.ceiling,
      allowedNetworks: null,
      applicationId: application.id,
      expiresAt,
      inherited,
    } as const;
    const issued =
      application.tokenFormat === 'jwt' || shortJwtSeconds !== undefined
        ? await this.issuer.issueJwt(tx, authority, spec, { clientId, scope: effectiveScope })
        : await this.issuer.issueOpaque(tx, authority, spec);
    return { ...issued, clientId, expiresAt, expiresIn: lifetimeSeconds(now, expiresAt) };
  }

  /**
   * The end of a token that is made now: after the application's token lifetime, within the limits of the site and the
   * application's end.
   */
  async #end(
    tx: Tx,
    now: Date,
    { application, inherited }: Pick<ApplicationTokenMaking, 'application' | 'inherited'>,
    most = Infinity,
  ): Promise<Date> {
    const { siteId, tokenTtlSeconds, endsAt } = application;
    const { seconds, renewBy } = await this.limits.ofFetched(siteId, Math.min(tokenTtlSeconds, most), inherited, tx);
    if (renewBy !== null && renewBy <= now) throw inheritedCredential();
    if (endsAt !== null && endsAt <= now) throw applicationEnded();
    const ends = [new Date(now.getTime() + seconds * 1000), endsAt, renewBy].filter((end) => end !== null);
    return ends.reduce((first, end) => (end < first ? end : first));
  }
}
