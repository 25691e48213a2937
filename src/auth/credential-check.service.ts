import { Injectable } from '@nestjs/common';
import { inNetworks } from '../shared/networks/network-list.js';
import type { Principal } from '../shared/authz/principal.js';
import { Clock } from '../shared/clock/clock.js';
import { SESSION_IDLE_MS } from '../sessions/sessions.types.js';
import { CredentialFormat } from '../shared/crypto/credential-format.js';
import { sha256 } from '../shared/crypto/hashing.js';
import { JwtCodec, looksLikeJwt } from '../tokens/jwt-codec.js';
import { instantOf, principalOfRow } from './principal-of-row.js';
import type { PrincipalRow } from './principal-row.js';
import { PrincipalQuery } from './principal.query.js';
import { Refusal, undeadCredential } from './refusal.js';

const MALFORMED = new Refusal('malformed');

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
    const unread = this.#refuseUnread(value);
    const refusal = unread instanceof Promise ? await unread : unread;
    return refusal ?? this.#read(value);
  }

  /** A bearer token, and whether the account that it is to be used in is one of its site and active. */
  async tokenInAccount(value: string, accountId: string): Promise<readonly [Principal | Refusal, boolean]> {
    const unread = this.#refuseUnread(value);
    const refusal = unread instanceof Promise ? await unread : unread;
    if (refusal !== null) return [refusal, false];
    const [row, account] = await this.query.byTokenHashAndAccount(sha256(value), accountId);
    return [this.#result(row), account?.siteId === row?.siteId && account?.status === 'active'];
  }

  /** A caller's token, and the one that it asks about: that is not even read for a caller that can't be one. */
  async tokens(caller: string, subject: string): Promise<readonly [Principal | Refusal, Principal | Refusal]> {
    const refusal = await this.#refuseUnread(caller);
    if (refusal !== null) return [refusal, refusal];
    const subjectRefusal = await this.#refuseUnread(subject);
    if (subjectRefusal !== null) return [await this.#read(caller), subjectRefusal];
    const [callerRow, subjectRow] = await this.query.byTokenHashes(sha256(caller), sha256(subject));
    return [this.#result(callerRow), this.#result(subjectRow)];
  }

  async #read(token: string): Promise<Principal | Refusal> {
    return this.#result(await this.query.byTokenHash(sha256(token)));
  }

  /** Why the text can't be a token of ours, as far as that shows without asking the database. */
  #refuseUnread(value: string): Refusal | null | Promise<Refusal | null> {
    const kind = this.format.kindOf(value);
    if (kind !== null) return kind === 'sec' ? MALFORMED : null;
    return looksLikeJwt(value) ? this.#refuseForged(value) : MALFORMED;
  }

  async #refuseForged(jwt: string): Promise<Refusal | null> {
    return (await this.codec.verify(jwt)) === 'forged' ? new Refusal('forged_signature') : null;
  }

  #result(row: PrincipalRow | undefined): Principal | Refusal {
    return row === undefined ? new Refusal('unknown') : principalOfRow(row, this.clock.now().getTime());
  }

  /** A client secret: of an application, or a person's developer secret. */
  async secret(value: string): Promise<Principal | Refusal> {
    if (this.format.kindOf(value) !== 'sec') return MALFORMED;
    return this.#result(await this.query.bySecretHash(sha256(value)));
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
    return this.#result(await this.query.byPersonId(userId));
  }

  /** The principal again, or a refusal when the credential or its site does not allow this address. */
  fromNetwork(principal: Principal | Refusal, address: string): Principal | Refusal {
    if (principal instanceof Refusal) return principal;
    const { allowedNetworks, siteNetworks } = principal.credential;
    if (isAllowed(address, allowedNetworks) && isAllowed(address, siteNetworks)) return principal;
    return new Refusal('network_not_allowed', undeadCredential(principal));
  }
}

function isAllowed(address: string, networks: readonly string[] | null): boolean {
  return networks === null || inNetworks(address, networks);
}
