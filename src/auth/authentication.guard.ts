import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ACCESS_METADATA, type Access, type AuthenticatedRequest } from '../shared/authz/access.js';
import { requestContextOf } from '../shared/authz/actor.js';
import type { Principal } from '../shared/authz/principal.js';
import { SessionCookie } from '../sessions/session-cookie.service.js';
import { authenticationRequired, invalidToken } from './auth.errors.js';
import { CrossSiteRules } from './cross-site-rules.js';
import { type PresentedCredential, presentedCredential } from './presented-credential.js';
import { INVALID_TOKEN_CHALLENGE, PLAIN_CHALLENGE } from './refusals.service.js';
import { carriedCredentials } from './strategies/credential.strategy.js';
import { PassportGuards } from './strategies/passport-guards.js';
import { sayExpiration } from './token-expiration.js';

type Request = FastifyRequest & AuthenticatedRequest & { user?: Principal };

/**
 * Who is calling? Proves the one credential of the request, unless the route is open, and puts the principal on the
 * request. Whether that principal may make the call is the access guard's question.
 */
@Injectable()
export class AuthenticationGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly guards: PassportGuards,
    private readonly cookie: SessionCookie,
    private readonly crossSite: CrossSiteRules,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const access = accessOf(this.reflector, context);
    return access === undefined || access.to === 'public' || this.#authenticate(context, access);
  }

  async #authenticate(context: ExecutionContext, access: Access): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const presented = presentedCredential(request, this.cookie.read(request.headers.cookie));
    await this.#guardFor(presented, access, request).canActivate(context);
    const principal = request.user;
    if (principal === undefined) throw new Error('a guard let a request through without a principal');
    request.principal = principal;
    sayExpiration(principal, context.switchToHttp().getResponse<FastifyReply>());
    return true;
  }

  /** The guard of the scheme that was used; a scheme that the route does not take is a bad credential. */
  #guardFor(presented: PresentedCredential, access: Access, request: Request): CanActivate {
    const secretRoute = access.to === 'secret';
    if (presented.scheme === 'none') throw authenticationRequired({ challenge: PLAIN_CHALLENGE });
    if (presented.scheme === 'bearer' && !secretRoute) {
      request.headers.authorization = `Bearer ${presented.value}`; // one blank: passport-http-bearer takes no more
      carry(request, presented.value);
      return this.guards.bearer;
    }
    if (presented.scheme === 'session' && !secretRoute) {
      this.crossSite.require(request);
      carry(request, presented.cookie);
      return this.guards.session;
    }
    if (presented.scheme === 'secret' && secretRoute) {
      carry(request, presented.value);
      return this.guards.secret;
    }
    throw invalidToken({ challenge: INVALID_TOKEN_CHALLENGE });
  }
}

function carry(request: Request, value: string): void {
  carriedCredentials.set(request, { value, context: requestContextOf(request) });
}

export function accessOf(reflector: Reflector, context: ExecutionContext): Access | undefined {
  return reflector.getAllAndOverride<Access | undefined>(ACCESS_METADATA, [context.getHandler(), context.getClass()]);
}
