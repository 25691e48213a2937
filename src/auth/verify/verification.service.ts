import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { accountMismatch } from '../../directory/accounts/accounts.errors.js';
import { requestContextOf } from '../../shared/authz/actor.js';
import type { Identity } from '../../shared/authz/identity-headers.js';
import type { Principal } from '../../shared/authz/principal.js';
import { isScope } from '../../shared/authz/scopes.js';
import { DomainError } from '../../shared/errors/domain-error.js';
import { validationFailed } from '../../shared/errors/general.errors.js';
import { cutText } from '../../shared/validation/cut-text.js';
import { headerValues } from '../../shared/protocol/header-name.js';
import { SessionCookie } from '../../directory/sessions/session-cookie.service.js';
import { AccessRules } from '../../principals/access-rules.js';
import { AccountRules } from '../../principals/account-rules.js';
import { authenticationRequired, invalidToken } from '../../principals/principals.errors.js';
import { Authentication } from '../../principals/authentication.service.js';
import { CrossSiteRules } from '../guards/cross-site-rules.js';
import { presentedCredential, refuseTokenOutsideHeader } from '../../principals/presented-credential.js';
import { INVALID_TOKEN_CHALLENGE, PLAIN_CHALLENGE } from '../../principals/refusals.service.js';
import { sayExpiration } from '../../principals/token-expiration.js';

interface Wanted {
  readonly scopes: readonly string[];
  readonly accountId: string | null;
}

/** Only requires that the credential is valid. */
const NOTHING_MORE: Wanted = { scopes: [], accountId: null };

/** Whom the credential acts as, and the scopes that the query asked about; null when it asked about none. */
export interface Verified extends Identity {
  readonly asked: readonly string[] | null;
}

/**
 * May the request that a proxy asks about pass? Returns whom it acts as, or throws the error that the proxy should answer with.
 */
@Injectable()
export class Verification {
  constructor(
    private readonly authentication: Authentication,
    private readonly access: AccessRules,
    private readonly accounts: AccountRules,
    private readonly cookie: SessionCookie,
    private readonly crossSite: CrossSiteRules,
  ) {}

  async verify(request: FastifyRequest, reply: FastifyReply): Promise<Verified> {
    refuseTokenOutsideHeader(request); // first, because errors about the query quote its text
    const wanted = wantedOf(request.query);
    const principal = await this.#principal(request);
    sayExpiration(principal, reply);
    if (wanted.scopes.length > 0) await this.access.requireScopes(principal, wanted.scopes);
    const accountId = await this.#account(principal, wanted, request);
    return { principal, accountId, asked: wanted.scopes.length > 0 ? [...new Set(wanted.scopes)] : null };
  }

  async #principal(request: FastifyRequest): Promise<Principal> {
    const presented = presentedCredential(request, this.cookie.valuesIn(request.headers.cookie));
    const context = requestContextOf(request);
    switch (presented.scheme) {
      case 'bearer':
        return this.authentication.bearer(presented.value, context);
      case 'session':
        for (const method of methodsOf(request)) this.crossSite.require({ method, headers: request.headers });
        return this.authentication.session(await this.authentication.liveCookie(presented.cookies), context);
      case 'none':
        throw authenticationRequired({ challenge: PLAIN_CHALLENGE });
      case 'secret':
      case 'basic':
      case 'unknown':
        throw invalidToken({ challenge: INVALID_TOKEN_CHALLENGE });
    }
  }

  async #account(principal: Principal, wanted: Wanted, request: FastifyRequest): Promise<string | null> {
    const named = this.accounts.named(request.raw.rawHeaders);
    if (wanted.accountId !== null && named !== null && wanted.accountId !== named) throw accountMismatch();
    const accountId = wanted.accountId ?? named;
    return accountId === null ? principal.accountId : this.#usable(principal, accountId);
  }

  /**
   * A proxy knows 401 and 403; nginx turns any other status into 500. So an unknown account is refused like one of another site.
   */
  async #usable(principal: Principal, accountId: string): Promise<string> {
    try {
      return await this.accounts.requireUsable(principal, accountId);
    } catch (error) {
      if (error instanceof DomainError && error.definition.kind === 'not_found')
        throw accountMismatch({ detail: "The token's site has no such account." });
      throw error;
    }
  }
}

/**
 * The query of /verify: `scope`, space-separated, all needed; `account`. A parameter that doesn't exist, or names no scope
 * because a template was empty, is a mistake that must not pass for a check.
 */
function wantedOf(query: unknown): Wanted {
  if (Object.keys(query as object).length === 0) return NOTHING_MORE;
  const { scope, account, ...others } = query as Record<string, unknown>;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined)
    throw invalidQuery(cutText(unknown, 40), 'is not a parameter of this endpoint, which takes scope and account');
  if (scope !== undefined && typeof scope !== 'string') throw invalidQuery('scope', 'must be given once');
  if (account !== undefined && !isUUID(account))
    throw invalidQuery('account', 'must be the id of an account, given once');
  const scopes = scope === undefined ? [] : scope.split(' ').filter((each) => each !== '');
  const isBlank = scope !== undefined && scopes.length === 0;
  if (isBlank || !scopes.every(isScope))
    throw invalidQuery('scope', 'must be scopes like orders:read, space-separated');
  return { scopes, accountId: typeof account === 'string' ? account.toLowerCase() : null };
}

function invalidQuery(name: string, message: string) {
  return validationFailed({ errors: [{ path: `query.${name}`, message }] });
}

/**
 * The headers in which a proxy reports the method of the original request: nginx and Traefik set them, and some APIs obey the
 * client's own.
 */
const METHOD_HEADERS = [
  'x-forwarded-method',
  'x-http-method',
  'x-http-method-override',
  'x-method-override',
  'x-original-method',
];

/**
 * The methods to check. The proxy reports the client's method in a header, or asks with the same method. It sets one of these
 * headers and may pass on the client's others, so each method that is present must be harmless.
 */
function methodsOf({ method, raw: { rawHeaders } }: FastifyRequest): string[] {
  return [method, ...METHOD_HEADERS.flatMap((name) => headerValues(rawHeaders, name))].map((each) =>
    each.toUpperCase(),
  );
}
