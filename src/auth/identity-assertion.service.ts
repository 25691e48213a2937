import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { Settings } from '../config/settings.js';
import { Keys } from '../keys/keys.service.js';
import { Clock } from '../shared/clock/clock.js';
import { IdentityAssertions } from '../shared/authz/identity-assertions.js';
import type { Identity } from '../shared/authz/identity-headers.js';
import type { Principal } from '../shared/authz/principal.js';

const LIFETIME_SECONDS = 60;
/** A signature costs as much as the rest of a request, so one that has half of its time left is used again. */
const REUSED_FOR_MS = 30_000;
const MOST_KEPT = 10_000;

interface Kept {
  readonly assertion: string;
  readonly until: number;
  /** Of whom it was signed, and with which key. */
  readonly principal: Principal;
  readonly kid: string;
}

/** Signs who the caller is, with the deployment's key. `typ` is JWT: nothing takes it for an access token (RFC 8725 §3.11). */
@Injectable()
export class IdentityAssertion extends IdentityAssertions {
  readonly #jwt = new JwtService({});
  readonly #kept = new Map<string, Kept>();

  constructor(
    private readonly keys: Keys,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {
    super();
  }

  sign(identity: Identity, audience: string): string {
    const now = this.clock.now().getTime();
    const { kid } = this.keys.signing;
    const { principal, accountId } = identity;
    const key = `${principal.credential.id} ${accountId ?? '-'} ${audience}`;
    const kept = this.#kept.get(key);
    if (kept !== undefined && now < kept.until && kept.kid === kid && areAlike(kept.principal, principal))
      return kept.assertion;
    const assertion = this.#signed(claimsOf(identity, audience), Math.floor(now / 1000));
    if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
    this.#kept.set(key, { assertion, until: now + REUSED_FOR_MS, principal, kid });
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

/** In all that an assertion says of one credential and can change; its site and its application never do. */
function areAlike(one: Principal, other: Principal): boolean {
  return (
    one.userId === other.userId &&
    one.username === other.username &&
    areEqual(one.roles, other.roles) &&
    areEqual(one.scopes, other.scopes)
  );
}

function areEqual(one: readonly string[], other: readonly string[]): boolean {
  return one === other || (one.length === other.length && one.every((item, index) => item === other[index]));
}

function claimsOf({ principal, accountId }: Identity, audience: string) {
  return {
    aud: audience,
    sub: principal.userId,
    username: principal.username,
    site_id: principal.siteId,
    account_id: accountId,
    roles: principal.roles,
    scope: principal.scopes.join(' '),
    token_id: principal.credential.id,
    client_id: principal.credential.clientId,
  };
}
