import { type CanActivate, Injectable, type Type } from '@nestjs/common';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import passport from 'passport';
import { Strategy as HttpBearerStrategy } from 'passport-http-bearer';
import { requestContextOf } from '../../shared/authz/actor.js';
import type { Principal } from '../../shared/authz/principal.js';
import { Ids } from '../../shared/ids/ids.js';
import { Authentication } from '../authentication.service.js';
import { CredentialStrategy, type RequestWithCredential } from './credential.strategy.js';

/**
 * The Passport guards of this application, one a scheme. Passport keeps its strategies in one registry for the whole
 * process, so ours are registered under names that no second application in the process can overwrite.
 */
@Injectable()
export class PassportGuards {
  readonly bearer: CanActivate;
  readonly session: CanActivate;
  readonly secret: CanActivate;

  constructor(authentication: Authentication, ids: Ids) {
    const instance = ids.next();
    this.bearer = guard(bearerStrategy(`bearer-${instance}`, authentication));
    this.session = guard(
      register(
        `session-${instance}`,
        new CredentialStrategy((cookie, context) => authentication.session(cookie, context)),
      ),
    );
    this.secret = guard(
      register(
        `secret-${instance}`,
        new CredentialStrategy((value, context) => authentication.secret(value, context)),
      ),
    );
  }
}

function bearerStrategy(name: string, authentication: Authentication): string {
  class BearerStrategy extends PassportStrategy(HttpBearerStrategy, name) {
    constructor() {
      super({ passReqToCallback: true });
    }

    validate(request: RequestWithCredential, token: string): Promise<Principal> {
      return authentication.bearer(token, requestContextOf(request));
    }
  }
  new BearerStrategy();
  return name;
}

function register(name: string, strategy: CredentialStrategy): string {
  passport.use(name, strategy);
  return name;
}

function guard(strategy: string): CanActivate {
  const Guard: Type<CanActivate> = AuthGuard(strategy);
  return new (class extends Guard {
    /** AuthGuard would replace our error with its own, without a challenge. */
    handleRequest(error: unknown, principal: Principal | false): Principal {
      if (error !== null && error !== undefined) throw error as Error;
      if (principal === false) throw new Error('a strategy answered without a principal and without an error');
      return principal;
    }
  })();
}
