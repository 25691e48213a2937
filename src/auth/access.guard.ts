import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { type Access, ACCOUNT_CALL_METADATA, type AuthenticatedRequest } from '../shared/authz/access.js';
import { AccessRules } from './access-rules.js';
import { AccountRules } from './account-rules.js';
import { accessUndeclared, authenticationRequired } from './auth.errors.js';
import { accessOf } from './authentication.guard.js';

/** May this principal make this call? A route that declares nobody is refused to everybody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly access: AccessRules,
    private readonly accounts: AccountRules,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const access = accessOf(this.reflector, context);
    if (access === undefined) throw accessUndeclared();
    return access.to === 'public' || this.#mayCall(context, access);
  }

  async #mayCall(context: ExecutionContext, access: Exclude<Access, { to: 'public' }>): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest & AuthenticatedRequest>();
    const { principal } = request;
    if (principal === undefined) throw authenticationRequired();
    if (access.to !== 'secret') await this.access.require(access, principal);
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(ACCOUNT_CALL_METADATA, targets) === true)
      request.accountId = await this.accounts.resolve(principal, request.raw.rawHeaders);
    return true;
  }
}
