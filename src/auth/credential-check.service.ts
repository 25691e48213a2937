import { Injectable } from '@nestjs/common';
import { inNetworks } from '../shared/authz/networks.js';
import type { Principal } from '../shared/authz/principal.js';
import { Clock } from '../shared/clock/clock.js';
import { SESSION_IDLE_MS } from '../sessions/sessions.types.js';
import { CredentialFormat } from '../shared/crypto/credential-format.js';
import { sha256 } from '../shared/crypto/hashing.js';
import { JwtCodec, looksLikeJwt } from '../tokens/jwt-codec.js';
import { instantOf, principalOfRow } from './principal-of-row.js';
import { PrincipalQuery } from './principal.query.js';
import { Refusal, undeadCredential } from './refusal.js';

/**
 * From the text that a caller presented to a principal or the reason why not. What can't be ours is refused before
 * the database is asked: a wrong checksum, a wrong kind, a signature that no key of ours made.
 */
@Injectable()
export class CredentialCheck {
  constructor(
    private readonly query: PrincipalQuery,
    private readonly format: CredentialFormat,
    private readonly codec: JwtCodec,
    private readonly clock: Clock,
  ) {}

  /** A bearer token. The network is the caller's to check, with `requireNetwork`: introspection is not a use. */
  async token(value: string): Promise<Principal | Refusal> {
    const kind = this.format.kindOf(value);
    if (kind === null ? !looksLikeJwt(value) : kind === 'sec') return new Refusal('malformed');
    if (kind === null) {
      const verdict = await this.codec.verify(value);
      if (verdict === 'forged') return new Refusal('forged_signature');
    }
    const row = await this.query.byTokenHash(sha256(value));
    return row === undefined ? new Refusal('unknown') : principalOfRow(row, this.clock.now().getTime());
  }

  /** A client secret: of an application, or a person's developer secret. */
  async secret(value: string): Promise<Principal | Refusal> {
    if (this.format.kindOf(value) !== 'sec') return new Refusal('malformed');
    const row = await this.query.bySecretHash(sha256(value));
    return row === undefined ? new Refusal('unknown') : principalOfRow(row, this.clock.now().getTime());
  }

  async session(id: string): Promise<Principal | Refusal> {
    const row = await this.query.bySessionId(id);
    if (row === undefined) return new Refusal('unknown');
    const now = this.clock.now().getTime();
    if (now - (instantOf(row.lastSeenAt) ?? 0) >= SESSION_IDLE_MS) return new Refusal('idle', row);
    return principalOfRow(row, now);
  }

  /** A person who has just proved their password. */
  async person(userId: string): Promise<Principal | Refusal> {
    const row = await this.query.byPersonId(userId);
    return row === undefined ? new Refusal('unknown') : principalOfRow(row, this.clock.now().getTime());
  }

  /** The principal again, or a refusal when its credential may not be used from this address. */
  fromNetwork(principal: Principal | Refusal, address: string): Principal | Refusal {
    if (principal instanceof Refusal) return principal;
    const { allowedNetworks } = principal.credential;
    if (allowedNetworks === null || inNetworks(address, allowedNetworks)) return principal;
    return new Refusal('network_not_allowed', undeadCredential(principal));
  }
}
