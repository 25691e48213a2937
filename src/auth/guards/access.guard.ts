import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import {
  type Access,
  ACCOUNT_CALL_METADATA,
  type AuthenticatedRequest,
  CHANGES_CREDENTIALS_METADATA,
  INHERITED_METADATA,
  MAKES_CREDENTIALS_METADATA,
  type Narrowly,
  PINNED_METADATA,
} from '../../shared/authz/access.js';
import { AccessRules } from '../../principals/access-rules.js';
import { AccountRules } from '../../principals/account-rules.js';
import { accessUndeclared, authenticationRequired } from '../../principals/principals.errors.js';
import { accessOf } from './authentication.guard.js';
import { CredentialRules, type CredentialTraits } from '../../principals/credential-rules.js';

/** May this principal make this call? A route that declares nobody is refused to everybody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly access: AccessRules,
    private readonly accounts: AccountRules,
    private readonly credentials: CredentialRules,
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
    const traits = this.#traitsOf(context);
    await this.credentials.requireOpen(principal, access, traits, (request.params as { id?: string }).id);
    if (access.to !== 'secret') await this.access.require(access, principal);
    this.credentials.requireMaking(principal, traits);
    if (traits.accountCall) request.accountId = await this.accounts.resolve(principal, request.raw.rawHeaders);
    return true;
  }

  #traitsOf(context: ExecutionContext): CredentialTraits {
    const targets = [context.getHandler(), context.getClass()];
    const has = (key: string) => this.reflector.getAllAndOverride<boolean | undefined>(key, targets) === true;
    const how = (key: string) => this.reflector.getAllAndOverride<Narrowly | undefined>(key, targets);
    return {
      accountCall: has(ACCOUNT_CALL_METADATA),
      pinned: how(PINNED_METADATA),
      inherited: how(INHERITED_METADATA),
      makesCredentials: has(MAKES_CREDENTIALS_METADATA),
      changesCredentials: has(CHANGES_CREDENTIALS_METADATA),
    };
  }
}
