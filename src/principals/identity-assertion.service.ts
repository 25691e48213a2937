import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { Settings } from '../platform/config/settings.js';
import { Keys } from '../platform/keys/keys.service.js';
import { Clock } from '../shared/clock/clock.js';
import type { Identity } from '../shared/authz/identity-headers.js';
import type { NamedLists } from '../shared/authz/named-lists.js';
import type { Principal } from '../shared/authz/principal.js';
import { scopeMember } from '../shared/authz/scopes.js';

const LIFETIME_SECONDS = 60;
/** A signature costs as much as the rest of a request, so an assertion is reused until half of its time is over. */
const REUSED_FOR_MS = 30_000;
const MOST_KEPT = 10_000;

type Said = Pick<Kept, 'principal' | 'lists'>;

interface Kept {
  readonly assertion: string;
  readonly until: number;
  /** The principal it was signed for, and the key it was signed with. */
  readonly principal: Principal;
  readonly lists: NamedLists;
  readonly kid: string;
}

/**
 * Signs the identity of the caller with the deployment's key. `typ` is JWT, so nothing takes it for an access token (RFC 8725
 * §3.11).
 */
@Injectable()
export class IdentityAssertions {
  readonly #jwt = new JwtService({});
  readonly #kept = new Map<string, Kept>();

  constructor(
    private readonly keys: Keys,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** A JWT for this audience alone, valid for 60 seconds at most and 30 at least. It is not an access token. */
  sign(identity: Identity, lists: NamedLists, audience: string): string {
    const now = this.clock.now().getTime();
    const { kid } = this.keys.signing;
    const { principal, accountId } = identity;
    const key = `${principal.credential.id} ${accountId ?? '-'} ${audience}`;
    const kept = this.#kept.get(key);
    if (kept !== undefined && now < kept.until && kept.kid === kid && areAlike(kept, { principal, lists }))
      return kept.assertion;
    const assertion = this.#signed(claimsOf(identity, lists, audience), Math.floor(now / 1000));
    if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
    this.#kept.set(key, { assertion, until: now + REUSED_FOR_MS, principal, lists, kid });
    return assertion;
  }

  #signed(claims: object, iat: number): string {
    const { kid, privateKey } = this.keys.signing;
    return this.#jwt.sign(
      { iss: this.settings.publicUrl, ...claims, iat, exp: iat + LIFETIME_SECONDS },
      { privateKey, algorithm: 'ES256', header: { alg: 'ES256', typ: 'JWT', kid } },
    );
  }
}

/** Compares everything that an assertion says about one credential and that can change. Its site and its application never do. */
function areAlike(one: Said, other: Said): boolean {
  return (
    one.principal.userId === other.principal.userId &&
    one.principal.username === other.principal.username &&
    one.principal.credential.inherited?.from === other.principal.credential.inherited?.from &&
    areEqual(one.lists.roles, other.lists.roles) &&
    areEqual(one.lists.scopes, other.lists.scopes) &&
    one.lists.rolesOmitted === other.lists.rolesOmitted &&
    one.lists.scopesOmitted === other.lists.scopesOmitted
  );
}

function areEqual(one: readonly string[], other: readonly string[]): boolean {
  return one === other || (one.length === other.length && one.every((item, index) => item === other[index]));
}

/** If a list is cut short, the number of items left out stands beside it (contract §4). */
function claimsOf({ principal, accountId }: Identity, lists: NamedLists, audience: string) {
  return {
    aud: audience,
    sub: principal.userId,
    username: principal.username,
    site_id: principal.siteId,
    account_id: accountId,
    roles: lists.roles,
    ...(lists.rolesOmitted > 0 && { roles_omitted: lists.rolesOmitted }),
    ...scopeMember(lists.scopes.join(' ')),
    ...(lists.scopesOmitted > 0 && { scope_omitted: lists.scopesOmitted }),
    token_id: principal.credential.id,
    client_id: principal.credential.clientId,
    transferred_from: principal.credential.inherited?.from ?? null,
  };
}
