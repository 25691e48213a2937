import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ACCESS_METADATA, type Access, type AuthenticatedRequest } from '../../shared/authz/access.js';
import { requestContextOf } from '../../shared/authz/actor.js';
import type { Principal } from '../../shared/authz/principal.js';
import { SessionCookie } from '../../directory/sessions/session-cookie.service.js';
import { authenticationRequired, invalidToken } from '../../principals/principals.errors.js';
import { Authentication } from '../../principals/authentication.service.js';
import { CrossSiteRules } from './cross-site-rules.js';
import { KeyedCalls } from '../idempotency/keyed-calls.service.js';
import {
  type PresentedCredential,
  presentedCredential,
  refuseTokenOutsideHeader,
} from '../../principals/presented-credential.js';
import { INVALID_TOKEN_CHALLENGE, PLAIN_CHALLENGE } from '../../principals/refusals.service.js';
import { carriedCredentials } from '../strategies/credential.strategy.js';
import { PassportGuards } from '../strategies/passport-guards.js';
import { sayExpiration } from '../../principals/token-expiration.js';

type Request = FastifyRequest & AuthenticatedRequest & { user?: Principal };

/**
 * Who is calling? Proves the one credential of the request, unless the route is open, and puts the principal on the request. The
 * access guard decides whether that principal may make the call.
 */
@Injectable()
export class AuthenticationGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly guards: PassportGuards,
    private readonly cookie: SessionCookie,
    private readonly crossSite: CrossSiteRules,
    private readonly calls: KeyedCalls,
    private readonly authentication: Authentication,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const access = accessOf(this.reflector, context);
    if (access !== undefined && access.to !== 'public') return this.#authenticate(context, access);
    // An open call looks at no credential, but must not log one either.
    refuseTokenOutsideHeader(context.switchToHttp().getRequest<Request>());
    return true;
  }

  async #authenticate(context: ExecutionContext, access: Access): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const presented = presentedCredential(request, this.cookie.valuesIn(request.headers.cookie));
    const guard = await this.#guardFor(presented, access, context);
    await guard.canActivate(context);
    const principal = request.user;
    if (principal === undefined) throw new Error('a guard let a request through without a principal');
    request.principal = principal;
    sayExpiration(principal, context.switchToHttp().getResponse<FastifyReply>());
    return true;
  }

  /** The guard of the scheme that was used. A scheme that the route does not accept counts as a bad credential. */
  async #guardFor(presented: PresentedCredential, access: Access, context: ExecutionContext): Promise<CanActivate> {
    const request = context.switchToHttp().getRequest<Request>();
    const secretRoute = access.to === 'secret';
    if (presented.scheme === 'none') throw authenticationRequired({ challenge: PLAIN_CHALLENGE });
    if (presented.scheme === 'bearer' && !secretRoute) {
      request.headers.authorization = `Bearer ${presented.value}`; // one space: passport-http-bearer accepts no more
      this.#carry(context, presented.value);
      return this.guards.bearer;
    }
    if (presented.scheme === 'session' && !secretRoute) {
      this.crossSite.require(request);
      this.#carry(context, await this.authentication.liveCookie(presented.cookies));
      return this.guards.session;
    }
    if (presented.scheme === 'secret' && secretRoute) {
      this.#carry(context, presented.value);
      return this.guards.secret;
    }
    throw invalidToken({ challenge: INVALID_TOKEN_CHALLENGE });
  }

  #carry(context: ExecutionContext, value: string): void {
    const request = context.switchToHttp().getRequest<Request>();
    const call = this.calls.of(context, value);
    carriedCredentials.set(request, { value, context: requestContextOf(request), call });
  }
}

export function accessOf(reflector: Reflector, context: ExecutionContext): Access | undefined {
  return reflector.getAllAndOverride<Access | undefined>(ACCESS_METADATA, [context.getHandler(), context.getClass()]);
}
