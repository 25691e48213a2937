import { Injectable } from '@nestjs/common';
import { inNetworks } from '../shared/networks/network-list.js';
import type { EndOfCaller, Principal } from '../shared/authz/principal.js';
import { Clock } from '../shared/clock/clock.js';
import { SESSION_IDLE_MS } from '../directory/sessions/sessions.types.js';
import { CredentialFormat } from '../shared/crypto/credential-format.js';
import type { Secret } from '../shared/crypto/secret.js';
import { soleIn } from '../shared/exposure/pasted-text.js';
import { sha256 } from '../shared/crypto/hashing.js';
import { JwtCodec, jwtsIn, looksLikeJwt } from '../tokens/jwt-codec.js';
import { instantOf, principalOfRow } from './row/principal-of-row.js';
import { beforeItsEnd, type PrincipalRow } from './row/principal-row.js';
import { PrincipalQuery } from './principal.query.js';
import { Refusal, revocableCredential } from './refusal.js';

/** A token, and the account that it is used in. */
export interface TokenUse {
  readonly token: Secret;
  readonly accountId: string;
}

const MALFORMED = new Refusal('malformed');

/**
 * From the text that a caller presented to a principal, or to the reason why there is none. A text that can't be ours is refused
 * before the database is asked: a wrong checksum, a wrong kind, a signature that none of our keys made.
 */
@Injectable()
export class CredentialCheck {
  constructor(
    private readonly query: PrincipalQuery,
    private readonly format: CredentialFormat,
    private readonly codec: JwtCodec,
    private readonly clock: Clock,
  ) {}

  /** Checks a bearer token. The caller checks the network, with `requireNetwork`: introspection is not a use. */
  async token(value: string): Promise<Principal | Refusal> {
    const unread = this.#refuseUnread(value);
    const refusal = unread instanceof Promise ? await unread : unread;
    return refusal ?? this.#read(value);
  }

  /** Checks a token as if its value had not been rotated away, or as if no other token had taken its place. */
  async tokenBefore(end: EndOfCaller, value: string): Promise<Principal | Refusal> {
    const row = await this.query.byTokenHash(sha256(value));
    return this.#result(row && beforeItsEnd(row, end));
  }

  /** Checks a bearer token, and whether the account that it is to be used in belongs to its site and is active. */
  async tokenInAccount(value: string, accountId: string): Promise<readonly [Principal | Refusal, boolean]> {
    const unread = this.#refuseUnread(value);
    const refusal = unread instanceof Promise ? await unread : unread;
    if (refusal !== null) return [refusal, false];
    const [row, account] = await this.query.byTokenHashAndAccount(sha256(value), accountId);
    return [this.#result(row), account?.siteId === row?.siteId && account?.status === 'active'];
  }

  /**
   * For tokens that were valid: whether each still is, and whether the account that it is used in belongs to its site and is
   * active. The answers come in the order of the uses.
   */
  async tokensInAccounts(uses: readonly TokenUse[]): Promise<(readonly [Principal | Refusal, boolean])[]> {
    if (uses.length === 0) return [];
    const hashes = uses.map(({ token }) => sha256(token.reveal()));
    const accountIds = uses.map(({ accountId }) => accountId);
    const { tokens, accounts } = await this.query.byTokenHashesAndAccounts(distinct(hashes), distinct(accountIds));
    return uses.map(({ accountId }, index) => {
      const [row, account] = [tokens.get(hashes[index] ?? ''), accounts.get(accountId)];
      return [this.#result(row), account?.siteId === row?.siteId && account?.status === 'active'];
    });
  }

  /**
   * Checks a caller's token and the token that it asks about. The second is not even read when the first can't be a valid caller.
   */
  async tokens(caller: string, subject: string): Promise<readonly [Principal | Refusal, Principal | Refusal]> {
    const refusal = await this.#refuseUnread(caller);
    if (refusal !== null) return [refusal, refusal];
    const subjectRefusal = await this.#refuseUnread(subject);
    if (subjectRefusal !== null) return [await this.#read(caller), subjectRefusal];
    const [callerRow, subjectRow] = await this.query.byTokenHashes(sha256(caller), sha256(subject));
    return [this.#result(callerRow), this.#result(subjectRow)];
  }

  /** The token in a text that a file or a person gave, such as `Bearer …` or a line with its end; else the text. */
  async tokenIn(text: string): Promise<string> {
    const allIn = (reading: string) => [...this.format.allIn(reading), ...jwtsIn(reading)];
    return allIn(text)[0] === text ? text : ((await soleIn(text, allIn)) ?? text);
  }

  async #read(token: string): Promise<Principal | Refusal> {
    return this.#result(await this.query.byTokenHash(sha256(token)));
  }

  /** Why the text can't be a token of ours, as far as that shows without the database. */
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

  /** Checks a client secret: of an application, or a person's developer secret. */
  async secret(value: string): Promise<Principal | Refusal> {
    if (this.format.kindOf(value) !== 'sec') return MALFORMED;
    return this.#result(await this.query.bySecretHash(sha256(value)));
  }

  async session(id: string): Promise<Principal | Refusal> {
    const row = await this.query.bySessionId(id);
    return row === undefined ? new Refusal('unknown') : this.#sessionOf(row);
  }

  /** Checks 1 to 64 tokens by their hashes; nobody presented them. Unknown ones are left out, here and below. */
  async tokensByHash(hashes: readonly string[]): Promise<(Principal | Refusal)[]> {
    return (await this.query.allByTokenHash(hashes)).map((row) => this.#result(row));
  }

  async secretsByHash(hashes: readonly string[]): Promise<(Principal | Refusal)[]> {
    return (await this.query.allBySecretHash(hashes)).map((row) => this.#result(row));
  }

  async sessions(ids: readonly string[]): Promise<(Principal | Refusal)[]> {
    return (await this.query.allBySessionId(ids)).map((row) => this.#sessionOf(row));
  }

  #sessionOf(row: PrincipalRow): Principal | Refusal {
    const now = this.clock.now().getTime();
    if (now - (instantOf(row.lastSeenAt) ?? 0) >= SESSION_IDLE_MS) return new Refusal('idle', row);
    return principalOfRow(row, now);
  }

  /** A person who has just proved their password. */
  async person(userId: string): Promise<Principal | Refusal> {
    return this.#result(await this.query.byPersonId(userId));
  }

  /** Returns the principal, or a refusal when the credential or its site does not allow this address. */
  fromNetwork(principal: Principal | Refusal, address: string): Principal | Refusal {
    if (principal instanceof Refusal) return principal;
    const { allowedNetworks, siteNetworks } = principal.credential;
    if (isAllowed(address, allowedNetworks) && isAllowed(address, siteNetworks)) return principal;
    return new Refusal('network_not_allowed', revocableCredential(principal));
  }
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

function isAllowed(address: string, networks: readonly string[] | null): boolean {
  return networks === null || inNetworks(address, networks);
}
