import { Injectable } from '@nestjs/common';
import { ApplicationTokens } from '../../applications/application-tokens.service.js';
import { Audit } from '../../platform/audit/audit.service.js';
import type { AuditActor } from '../../platform/audit/audit.types.js';
import type { Tx } from '../../platform/database/transaction.js';
import { Authority } from '../../shared/authz/authority.js';
import type { Principal, StandingPrincipal } from '../../shared/authz/principal.js';
import { Clock } from '../../shared/clock/clock.js';
import { Makers } from '../../platform/database/makers.js';
import { PolicyLimits } from '../../tokens/policy/policy-limits.js';
import { type IssuedWithLifetime, lifetimeSeconds, TokenIssuer } from '../../tokens/token-issuer.js';
import type { PersonTokenResponse } from './dto/person-token.response.js';

const LIFETIME_SECONDS = 3600;
/** RFC 9068 §2.2 requires a client; for a person it is this service, under a name that no client id can have. */
const OWN_CLIENT_ID = 'gatehouse';

/**
 * Issues the JWT of `{api}/auth/token`. For a person the JWT is a sign-in, and ends with the sign-ins; for an application's
 * secret it is a token of that application. It lives an hour, or less where the maker, the application or the site allows no
 * more.
 */
@Injectable()
export class SignInToken {
  constructor(
    private readonly issuer: TokenIssuer,
    private readonly applications: ApplicationTokens,
    private readonly limits: PolicyLimits,
    private readonly makers: Makers,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * `stillProved` is checked in the transaction, because the password may have been changed since it was verified. Null when it
   * was.
   */
  async issue(
    principal: Principal,
    actor: AuditActor,
    stillProved: (tx: Tx) => Promise<boolean> = () => Promise.resolve(true),
  ): Promise<PersonTokenResponse | null> {
    const { siteId, credential } = principal;
    return this.makers.run(principal, async (tx, standing) => {
      if (!(await stillProved(tx))) return null;
      const { token, value, expiresIn, unmarked } = await this.#issue(tx, standing);
      await this.audit.record(tx, {
        siteId,
        action: 'token.issued',
        outcome: 'success',
        actor,
        subject: { type: 'token', id: token.id, name: token.name },
        details: {
          grant: credential.kind === 'secret' ? 'secret' : 'password',
          clientId: credential.clientId,
          format: 'jwt',
          ...(unmarked && { unmarked }),
        },
      });
      return { access_token: value, token_type: 'Bearer', expires_in: expiresIn };
    });
  }

  async #issue(tx: Tx, principal: StandingPrincipal): Promise<IssuedWithLifetime & { readonly unmarked: boolean }> {
    const { applicationId } = principal.credential;
    const effectiveScope = principal.scopes.join(' ');
    if (applicationId === null) return { ...(await this.#signIn(tx, principal, effectiveScope)), unmarked: false };
    const bounds = { scopes: null, accountId: null, effectiveScope, shortJwtSeconds: LIFETIME_SECONDS };
    return this.applications.issueFor(tx, principal, applicationId, bounds);
  }

  async #signIn(tx: Tx, principal: StandingPrincipal, scope: string): Promise<IssuedWithLifetime> {
    const { siteId, userId, username } = principal;
    const authority = Authority.toFetch(principal);
    const seconds = await this.limits.cap(siteId, LIFETIME_SECONDS, tx);
    const now = this.clock.now();
    const expiresAt = authority.cut(new Date(now.getTime() + seconds * 1000));
    const spec = {
      siteId,
      ownerId: userId,
      createdBy: userId,
      kind: 'personal',
      name: `Sign-in of ${username}`,
      scopes: null,
      ceiling: null,
      within: null,
      accountId: null,
      allowedNetworks: null,
      applicationId: null,
      inherited: null,
      expiresAt,
    } as const;
    const issued = await this.issuer.issueJwt(tx, authority, spec, { clientId: OWN_CLIENT_ID, scope });
    return { ...issued, expiresIn: lifetimeSeconds(now, expiresAt) };
  }
}
