import { areWithin } from '../networks/network-list.js';
import {
  accountNotHeld,
  inheritedCredential,
  lifetimeExceeded,
  networkNotHeld,
  scopeNotHeld,
  supersededCredential,
} from './authority.errors.js';
import { actsAsAdministrator } from './administrators.js';
import { requireConfirmed } from './confirmation.js';
import type { Principal, StandingPrincipal } from './principal.js';
import { missingFrom } from './scopes.js';

/** What made a value. `password` is a sign-in with a password; `system` is the operator, or the service itself. */
export type MakerKind = 'session' | 'personal' | 'application' | 'secret' | 'developer_secret' | 'password' | 'system';

/** What every value of a credential keeps of its maker (contract §9, "Lineage"). */
export interface Provenance {
  readonly issuedWithKind: MakerKind;
  /** The lineage key of the value that made it; null when none of our credentials made it. */
  readonly issuedWith: string | null;
  /** The id of the person who learns the value. */
  readonly madeBy: string;
}

/** How far a credential reaches, in the four dimensions of the one rule of authority. */
export interface Reach {
  readonly ownerId: string;
  /**
   * Null means everything that its owner's roles give, now and later. For another owner, only a holder of every scope may give
   * that.
   */
  readonly scopes: readonly string[] | null;
  readonly accountId: string | null;
  readonly allowedNetworks: readonly string[] | null;
  readonly expiresAt: Date | null;
  /** The application that also bounds it. The application's own credentials reach as far as it does without naming scopes. */
  readonly applicationId: string | null;
}

/**
 * The one rule of authority (contract §1): everything that a credential makes or changes stays within the credential's own
 * scopes, account, networks and end of life. No value of a credential can be stored without a standing authority. Tokens are
 * issued by TokenIssuer and client secrets made by ClientSecretFactory alone, and both call `requireWithin`.
 */
export class Authority<P extends Principal = Principal> {
  private constructor(
    readonly principal: P,
    readonly provenance: Provenance,
    /** When everything that it makes must end; null is never. */
    readonly endsAt: Date | null,
  ) {}

  /**
   * For a caller that makes, rotates or widens a credential.
   * @throws supersededCredential, inheritedCredential, reauthenticationRequired
   */
  static toMake<P extends Principal>(principal: P, now: Date): Authority<P> {
    const { credential } = principal;
    if (credential.superseded) throw supersededCredential();
    if (credential.inherited !== null) throw inheritedCredential();
    requireConfirmed(principal, now);
    return Authority.#of(principal, makerKindOf(credential));
  }

  /**
   * For a secret or a password that gets a token for itself. A secret may do so in its grace, and when it was inherited, so that
   * no integration stops. The token ends with the secret, and carries its mark.
   */
  static toFetch<P extends Principal>(principal: P): Authority<P> {
    const { credential } = principal;
    const kind = credential.kind === 'session' ? 'password' : makerKindOf(credential);
    return Authority.#of(principal, kind);
  }

  static #of<P extends Principal>(principal: P, issuedWithKind: MakerKind): Authority<P> {
    const { kind, expiresAt, lineageKey, madeBy } = principal.credential;
    const issuedWith = issuedWithKind === 'password' ? null : lineageKey;
    const endsAt = kind === 'session' ? null : expiresAt;
    return new Authority(principal, { issuedWithKind, issuedWith, madeBy }, endsAt);
  }

  /** For the same caller, when the lifetime is a right of its application: all that it makes ends with the application. */
  endingAt(endsAt: Date | null): Authority<P> {
    return new Authority(this.principal, this.provenance, endsAt);
  }

  /** Cuts an end that follows from a default to the maker's own end; null is never. */
  cut(end: Date): Date;
  cut(end: Date | null): Date | null;
  cut(end: Date | null): Date | null {
    if (this.endsAt === null) return end;
    return end === null || end > this.endsAt ? this.endsAt : end;
  }

  /** Refuses a requested end that is later. @throws lifetimeExceeded */
  requireEnd(wanted: Date | null): void {
    if (this.endsAt === null || (wanted !== null && wanted <= this.endsAt)) return;
    throw lifetimeExceeded({ detail: `Your own credential ends at ${this.endsAt.toISOString()}` });
  }

  /** @throws lifetimeExceeded, accountNotHeld, networkNotHeld, scopeNotHeld */
  requireWithin(reach: Reach): void {
    const { accountId, credential } = this.principal;
    this.requireEnd(reach.expiresAt);
    if (accountId !== null && reach.accountId !== accountId) throw accountNotHeld();
    const networks = credential.allowedNetworks;
    if (networks !== null && !(reach.allowedNetworks !== null && areWithin(reach.allowedNetworks, networks)))
      throw networkNotHeld({ detail: `Your own credential is limited to ${networks.join(' ')}` });
    if (!this.#coversScopes(reach)) throw scopeNotHeld({ detail: 'Your credential does not hold all of its scopes.' });
  }

  #coversScopes({ ownerId, scopes, applicationId }: Reach): boolean {
    const { credential, userId } = this.principal;
    if (credential.unbounded && ownerId === userId) return true;
    if (applicationId !== null && applicationId === credential.applicationId && !credential.narrowed) return true;
    if (scopes === null) return actsAsAdministrator(this.principal);
    return missingFrom(this.principal.scopes, scopes).length === 0;
  }
}

function makerKindOf({ kind, applicationId }: Principal['credential']): MakerKind {
  return kind === 'secret' && applicationId === null ? 'developer_secret' : kind;
}

/** The authority of a maker who is locked until the commit. Nothing is stored with any other authority. */
export type StandingAuthority = Authority<StandingPrincipal>;
