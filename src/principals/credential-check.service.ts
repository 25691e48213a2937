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
import type { CachedRead } from './cache/cached-read.js';
import { instantOf, principalOfRow } from './row/principal-of-row.js';
import { beforeItsEnd, type PrincipalRow } from './row/principal-row.js';
import { PrincipalQuery } from './principal.query.js';
import { Refusal, type RefusalReason, revocableCredential } from './refusal.js';

/** A token, and the account that it is used in. */
export interface TokenUse {
  readonly token: Secret;
  readonly accountId: string;
}

/** The caller, the token that it asks about, and the value of that token in the text that was given. */
type AskedAbout = readonly [caller: Principal | Refusal, subject: Principal | Refusal, value: string];

const REST_ON_LAST_USE: ReadonlySet<RefusalReason> = new Set<RefusalReason>(['policy_unused', 'idle']);
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
    const row = await this.query.tokens.find(sha256(value));
    return this.#result(row && beforeItsEnd(row, end));
  }

  /** Checks a bearer token, and whether the account that it is to be used in belongs to its site and is active. */
  async tokenInAccount(value: string, accountId: string): Promise<readonly [Principal | Refusal, boolean]> {
    const unread = this.#refuseUnread(value);
    const refusal = unread instanceof Promise ? await unread : unread;
    if (refusal !== null) return [refusal, false];
    return this.#inAccount(value, accountId);
  }

  /**
   * For tokens that were valid: whether each still is, and whether the account that it is used in belongs to its site and is
   * active. The answers come in the order of the uses.
   */
  async tokensInAccounts(uses: readonly TokenUse[]): Promise<(readonly [Principal | Refusal, boolean])[]> {
    return Promise.all(uses.map(({ token, accountId }) => this.#inAccount(token.reveal(), accountId)));
  }

  async #inAccount(value: string, accountId: string): Promise<readonly [Principal | Refusal, boolean]> {
    const [token, account] = await Promise.all([this.#read(value), this.query.accounts.find(accountId)]);
    if (account === undefined || token instanceof Refusal) return [token, false];
    return [token, account.siteId === token.siteId && account.status === 'active'];
  }

  /**
   * Checks a caller's token and the token that it asks about. The second is not even read when the first can't be a valid caller.
   */
  async tokens(caller: string, text: string): Promise<AskedAbout> {
    const refusal = await this.#refuseUnread(caller);
    if (refusal !== null) return [refusal, refusal, text];
    const subject = await this.tokenIn(text);
    const subjectRefusal = await this.#refuseUnread(subject);
    if (subjectRefusal !== null) return [await this.#read(caller), subjectRefusal, subject];
    return [...(await Promise.all([this.#read(caller), this.#read(subject)])), subject];
  }

  /** The token in a text that a file or a person gave, such as `Bearer …` or a line with its end; else the text. */
  async tokenIn(text: string): Promise<string> {
    if (this.format.isWellFormed(text)) return text;
    const allIn = (reading: string) => [...this.format.allIn(reading), ...jwtsIn(reading)];
    return allIn(text)[0] === text ? text : ((await soleIn(text, allIn)) ?? text);
  }

  #read(token: string): Promise<Principal | Refusal> {
    return this.#found(this.query.tokens, sha256(token), (row) => this.#result(row));
  }

  /**
   * A refusal that rests on a last use is confirmed by another read: another instance may have seen a later use, which takes no
   * number of the change clock.
   */
  async #found(
    rows: CachedRead<PrincipalRow>,
    key: string,
    judge: (row: PrincipalRow | undefined) => Principal | Refusal,
  ): Promise<Principal | Refusal> {
    const result = judge(await rows.find(key));
    const isConfirmed = !(result instanceof Refusal) || !REST_ON_LAST_USE.has(result.reason);
    return isConfirmed ? result : judge(await rows.again(key));
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
    return this.#result(await this.query.secrets.find(sha256(value)));
  }

  async session(id: string): Promise<Principal | Refusal> {
    return this.#found(this.query.sessions, id, (row) => this.#sessionOf(row));
  }

  /** Checks 1 to 64 tokens by their hashes; nobody presented them. Unknown ones are left out, here and below. */
  async tokensByHash(hashes: readonly string[]): Promise<(Principal | Refusal)[]> {
    return [...(await this.query.tokensNow(hashes)).values()].map((row) => this.#result(row));
  }

  async secretsByHash(hashes: readonly string[]): Promise<(Principal | Refusal)[]> {
    return [...(await this.query.secretsNow(hashes)).values()].map((row) => this.#result(row));
  }

  async sessions(ids: readonly string[]): Promise<(Principal | Refusal)[]> {
    return [...(await this.query.sessionsNow(ids)).values()].map((row) => this.#sessionOf(row));
  }

  #sessionOf(row: PrincipalRow | undefined): Principal | Refusal {
    if (row === undefined) return new Refusal('unknown');
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

function isAllowed(address: string, networks: readonly string[] | null): boolean {
  return networks === null || inNetworks(address, networks);
}
