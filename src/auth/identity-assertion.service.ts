import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { Settings } from '../config/settings.js';
import { Keys } from '../keys/keys.service.js';
import { Clock } from '../shared/clock/clock.js';
import { IdentityAssertions } from '../shared/authz/identity-assertions.js';
import type { Identity } from '../shared/authz/identity-headers.js';

const LIFETIME_SECONDS = 60;
/** A signature costs as much as the rest of a request, so one that has half of its time left is used again. */
const REUSED_FOR_MS = 30_000;
const MOST_KEPT = 10_000;

interface Kept {
  readonly assertion: string;
  readonly until: number;
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
    const key = keyOf(identity, audience, this.keys.signing.kid);
    const kept = this.#kept.get(key);
    if (kept !== undefined && now < kept.until) return kept.assertion;
    const assertion = this.#signed(claimsOf(identity, audience), Math.floor(now / 1000));
    if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
    this.#kept.set(key, { assertion, until: now + REUSED_FOR_MS });
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

/**
 * Everything that an assertion says; what else it says of a token never changes with the token. An audience is an address and
 * holds no space, nor do roles and scopes, which have a mark between them.
 */
function keyOf({ principal, accountId }: Identity, audience: string, kid: string): string {
  const { userId, username, roles, scopes, credential } = principal;
  const who = `${credential.id} ${userId} ${accountId ?? '-'} ${username}`;
  return `${kid} ${audience} ${roles.join(' ')} | ${scopes.join(' ')} | ${who}`;
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
