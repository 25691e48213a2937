import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction.js';
import { Clock } from '../shared/clock/clock.js';
import { last4 } from '../shared/crypto/credential-format.js';
import { Ids } from '../shared/ids/ids.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { Users } from '../users/users.service.js';
import { type JwtSubject, TokenValueFactory } from './token-value-factory.js';
import type { Token } from './token.entity.js';
import { TokenRepository } from './token.repository.js';
import { ownerNotActive } from './tokens.errors.js';

export interface TokenSpec {
  readonly siteId: SiteId;
  readonly ownerId: string;
  readonly createdBy: string;
  readonly kind: Token['kind'];
  readonly name: string;
  readonly scopes: readonly string[] | null;
  readonly accountId: string | null;
  readonly allowedNetworks: readonly string[] | null;
  readonly applicationId: string | null;
  readonly expiresAt: Date | null;
}

export interface IssuedToken {
  readonly token: Token;
  /** The credential itself. It is in this object and in the answer to the caller, and nowhere else. */
  readonly value: string;
}

/** Makes tokens: the one place where a row and its first value come to be. */
@Injectable()
export class TokenIssuer {
  constructor(
    private readonly tokens: TokenRepository,
    private readonly users: Users,
    private readonly values: TokenValueFactory,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async issueOpaque(tx: Tx, spec: TokenSpec): Promise<IssuedToken> {
    return this.#store(tx, spec, 'opaque', () => this.values.opaque(spec.kind));
  }

  /** A JWT access token (RFC 9068). It has a row like every token, so that it can be listed, moved and revoked. */
  async issueJwt(tx: Tx, spec: TokenSpec & { readonly expiresAt: Date }, subject: JwtSubject): Promise<IssuedToken> {
    return this.#store(tx, spec, 'jwt', (id) => this.values.jwt({ ...spec, id }, subject));
  }

  /** The owner's row stays locked until the commit: no token is born while its owner is being suspended or removed. */
  async #store(
    tx: Tx,
    spec: TokenSpec,
    format: Token['format'],
    makeValue: (id: string) => string,
  ): Promise<IssuedToken> {
    if (!(await this.users.isActive(tx, spec.siteId, spec.ownerId))) throw ownerNotActive();
    const id = this.ids.next();
    const value = makeValue(id);
    const token: Token = {
      ...spec,
      ...NEVER_USED,
      id,
      format,
      last4: last4(value),
      scopes: spec.scopes && [...spec.scopes],
      allowedNetworks: spec.allowedNetworks && [...spec.allowedNetworks],
      createdAt: this.clock.now(),
    };
    await this.tokens.insert(tx, token, value);
    return { token, value };
  }
}

const NEVER_USED = {
  ceiling: null,
  rotatedAt: null,
  revokedAt: null,
  revokedReason: null,
  lastUsedAt: null,
  lastUsedAddress: null,
  transferredFrom: null,
  transferredAt: null,
};
