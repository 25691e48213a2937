import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/transaction.js';
import type { StandingAuthority } from '../shared/authz/authority.js';
import type { Inheritance } from '../shared/authz/principal.js';
import { Clock } from '../shared/clock/clock.js';
import { last4 } from '../shared/crypto/credential-format.js';
import { Ids } from '../shared/ids/ids.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { Users } from '../directory/users/users.service.js';
import { LiveTokenLimit } from './issuing/live-token-limit.js';
import { type JwtSubject, TokenValueFactory } from './issuing/token-value-factory.js';
import type { Token } from './token.entity.js';
import { TokenRepository, type ValueOrigin } from './token.repository.js';
import { ownerNotActive } from './tokens.errors.js';

export interface TokenSpec {
  readonly siteId: SiteId;
  readonly ownerId: string;
  readonly createdBy: string;
  readonly kind: Token['kind'];
  readonly name: string;
  readonly scopes: readonly string[] | null;
  /** A further limit: what a service account held when somebody with fewer rights made the token (contract §1). */
  readonly ceiling: readonly string[] | null;
  /** The limit that its application sets. */
  readonly within: readonly string[] | null;
  readonly accountId: string | null;
  readonly allowedNetworks: readonly string[] | null;
  readonly applicationId: string | null;
  readonly expiresAt: Date | null;
  /** The mark of an inherited application; the tokens that it fetches carry it (contract §5). */
  readonly inherited: Inheritance | null;
}

export interface IssuedToken {
  readonly token: Token;
  /** The credential that made the value. */
  readonly origin: Pick<ValueOrigin, 'issuedWithKind' | 'issuedWith'>;
  /** The credential itself. It exists in this object and in the answer to the caller, and nowhere else. */
  readonly value: string;
}

/** For the answer of a token endpoint (RFC 6749 §5.1). */
export interface IssuedWithLifetime extends IssuedToken {
  /**
   * In seconds, from the moment that the end was computed from: however long the issuing took, the client reads the lifetime that
   * was set.
   */
  readonly expiresIn: number;
}

export function lifetimeSeconds(from: Date, expiresAt: Date): number {
  return Math.floor((expiresAt.getTime() - from.getTime()) / 1000);
}

/** Makes tokens: the one place where a row and its first value are created, within the authority of their maker. */
@Injectable()
export class TokenIssuer {
  constructor(
    private readonly tokens: TokenRepository,
    private readonly users: Users,
    private readonly limit: LiveTokenLimit,
    private readonly values: TokenValueFactory,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async issueOpaque(tx: Tx, authority: StandingAuthority, spec: TokenSpec): Promise<IssuedToken> {
    return this.#store(tx, authority, spec, 'opaque', () => this.values.opaque(spec.kind));
  }

  /** A JWT access token (RFC 9068). It has a row like every token, so that it can be listed, moved and revoked. */
  async issueJwt(
    tx: Tx,
    authority: StandingAuthority,
    spec: TokenSpec & { readonly expiresAt: Date },
    subject: JwtSubject,
  ): Promise<IssuedToken> {
    return this.#store(tx, authority, spec, 'jwt', (id) => this.values.jwt({ ...spec, id }, subject));
  }

  /** The owner's row stays locked until the commit: no token is created while its owner is being suspended or removed. */
  async #store(
    tx: Tx,
    authority: StandingAuthority,
    { within, inherited, ...spec }: TokenSpec,
    format: Token['format'],
    makeValue: (id: string) => string,
  ): Promise<IssuedToken> {
    authority.requireWithin({ ...spec, scopes: spec.scopes ?? spec.ceiling ?? within });
    if (!(await this.users.isActive(tx, spec.siteId, spec.ownerId))) throw ownerNotActive();
    await this.limit.require(tx, spec);
    const id = this.ids.next();
    const value = makeValue(id);
    const token: Token = {
      ...spec,
      ...NEVER_USED,
      transferredFrom: inherited?.from ?? null,
      transferredAt: inherited?.at ?? null,
      id,
      format,
      last4: last4(value),
      scopes: spec.scopes && [...spec.scopes],
      ceiling: spec.ceiling && [...spec.ceiling],
      allowedNetworks: spec.allowedNetworks && [...spec.allowedNetworks],
      createdAt: this.clock.now(),
    };
    await this.tokens.insert(tx, token, value, authority);
    return { token, value, origin: authority.provenance };
  }
}

const NEVER_USED = {
  rotatedAt: null,
  revokedAt: null,
  revokedReason: null,
  lastUsedAt: null,
  lastUsedAddress: null,
};
