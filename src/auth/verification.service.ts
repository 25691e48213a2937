import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { accountMismatch } from '../accounts/accounts.errors.js';
import { requestContextOf } from '../shared/authz/actor.js';
import type { Identity } from '../shared/authz/identity-headers.js';
import type { Principal } from '../shared/authz/principal.js';
import { isScope } from '../shared/authz/scopes.js';
import { DomainError } from '../shared/errors/domain-error.js';
import { validationFailed } from '../shared/errors/general.errors.js';
import { SessionCookie } from '../sessions/session-cookie.service.js';
import { AccessRules } from './access-rules.js';
import { AccountRules } from './account-rules.js';
import { authenticationRequired, invalidToken } from './auth.errors.js';
import { Authentication } from './authentication.service.js';
import { CrossSiteRules } from './cross-site-rules.js';
import { presentedCredential } from './presented-credential.js';
import { INVALID_TOKEN_CHALLENGE, PLAIN_CHALLENGE } from './refusals.service.js';
import { sayExpiration } from './token-expiration.js';

interface Wanted {
  readonly scopes: readonly string[];
  readonly accountId: string | null;
}

/** Than that the credential is good. */
const NOTHING_MORE: Wanted = { scopes: [], accountId: null };

/** May the request that a proxy asks about pass? Answers who it acts as, or throws what the proxy shall answer. */
@Injectable()
export class Verification {
  constructor(
    private readonly authentication: Authentication,
    private readonly access: AccessRules,
    private readonly accounts: AccountRules,
    private readonly cookie: SessionCookie,
    private readonly crossSite: CrossSiteRules,
  ) {}

  async verify(request: FastifyRequest, reply: FastifyReply): Promise<Identity> {
    const wanted = wantedOf(request.query);
    const principal = await this.#principal(request);
    sayExpiration(principal, reply);
    if (wanted.scopes.length > 0) await this.access.requireScopes(principal, wanted.scopes);
    return { principal, accountId: await this.#account(principal, wanted, request) };
  }

  async #principal(request: FastifyRequest): Promise<Principal> {
    const presented = presentedCredential(request, this.cookie.read(request.headers.cookie));
    const context = requestContextOf(request);
    switch (presented.scheme) {
      case 'bearer':
        return this.authentication.bearer(presented.value, context);
      case 'session':
        for (const method of methodsOf(request)) this.crossSite.require({ method, headers: request.headers });
        return this.authentication.session(presented.cookie, context);
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

  /** A proxy knows 401 and 403; nginx makes 500 of any other. So an account that is none is refused like another's. */
  async #usable(principal: Principal, accountId: string): Promise<string> {
    try {
      return await this.accounts.requireUsable(principal, accountId);
    } catch (error) {
      if (error instanceof DomainError && error.definition.kind === 'not_found')
        throw accountMismatch({ detail: "There is no such account in the token's site." });
      throw error;
    }
  }
}

/** The query of /verify: `scope`, space-separated, all needed; `account`. A parameter that doesn't exist is a mistake
 * that must not pass for a check. */
function wantedOf(query: unknown): Wanted {
  if (Object.keys(query as object).length === 0) return NOTHING_MORE;
  const { scope, account, ...others } = query as Record<string, unknown>;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw invalidQuery(unknown.slice(0, 40), 'is not known here; scope and account are');
  if (scope !== undefined && typeof scope !== 'string') throw invalidQuery('scope', 'must be given once');
  if (account !== undefined && !isUUID(account))
    throw invalidQuery('account', 'must be the id of an account, given once');
  const scopes = scope === undefined ? [] : scope.split(' ').filter((each) => each !== '');
  if (!scopes.every(isScope)) throw invalidQuery('scope', 'must be scopes like orders:read, space-separated');
  return { scopes, accountId: typeof account === 'string' ? account : null };
}

function invalidQuery(name: string, message: string) {
  return validationFailed({ errors: [{ path: `query.${name}`, message }] });
}

/**
 * What the client of the proxy does: nginx and Traefik say it in a header, others ask with the same method. A proxy sets
 * one of them and may pass on the client's own other, so each that is there must be harmless.
 */
function methodsOf({ method, headers }: FastifyRequest): string[] {
  const said = [method, headers['x-forwarded-method'], headers['x-original-method']];
  return said.filter((each) => each !== undefined).map((each) => [each].flat().join(',').toUpperCase());
}
