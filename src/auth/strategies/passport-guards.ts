import { type CanActivate, Injectable, type Type } from '@nestjs/common';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import passport, { type Strategy } from 'passport';
import { Strategy as HttpBearerStrategy } from 'passport-http-bearer';
import type { Principal } from '../../shared/authz/principal.js';
import { Ids } from '../../shared/ids/ids.js';
import { Authentication } from '../../principals/authentication.service.js';
import { carriedCredentials, credentialStrategy } from './credential.strategy.js';

/**
 * The Passport guards of this application, one per scheme. Passport keeps its strategies in one registry for the whole process,
 * so ours are registered under names that no second application in the process can overwrite.
 */
@Injectable()
export class PassportGuards {
  readonly bearer: CanActivate;
  readonly session: CanActivate;
  readonly secret: CanActivate;

  constructor(authentication: Authentication, ids: Ids) {
    const instance = ids.next();
    this.bearer = guard(registerBearer(`bearer-${instance}`, authentication));
    this.session = guard(
      register(
        `session-${instance}`,
        credentialStrategy(({ value, context }) => authentication.session(value, context)),
      ),
    );
    this.secret = guard(
      register(
        `secret-${instance}`,
        credentialStrategy(({ value, context }) => authentication.secret(value, context)),
      ),
    );
  }
}

function registerBearer(name: string, authentication: Authentication): string {
  class BearerStrategy extends PassportStrategy(HttpBearerStrategy, name) {
    constructor() {
      super({ passReqToCallback: true });
    }

    async validate(request: object, token: string): Promise<Principal> {
      const carried = carriedCredentials.get(request);
      if (carried === undefined) throw new Error('a bearer request reached its strategy around the guard');
      return authentication.bearer(token, carried.context, carried.call);
    }
  }
  new BearerStrategy();
  return name;
}

function register(name: string, strategy: Strategy): string {
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
