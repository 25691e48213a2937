import { createParamDecorator, SetMetadata, UnauthorizedException, type ExecutionContext } from '@nestjs/common';
import type { BuiltInScope } from './scopes.js';
import type { Principal } from './principal.js';

/**
 * Who may call a route. Every route declares one; the global guard refuses a route that does not, and
 * test/architecture fails the build for it.
 */
export type Access =
  /** Anyone. The route authenticates its caller itself, if at all. */
  | { readonly to: 'public' }
  /** Any live principal, about itself. */
  | { readonly to: 'principal' }
  /** A person signed in with the session cookie; `confirmed`: who gave the password within 15 minutes. */
  | { readonly to: 'session'; readonly confirmed: boolean }
  /** A principal that holds all these scopes. */
  | { readonly to: 'scopes'; readonly scopes: readonly BuiltInScope[]; readonly confirmed: boolean }
  /** A client secret in the `Secret` scheme, and nothing else. */
  | { readonly to: 'secret' };

export const ACCESS_METADATA = 'gatehouse:access';
export const DIRECT_METADATA = 'gatehouse:direct';
export const ACCOUNT_CALL_METADATA = 'gatehouse:account-call';

const declare = (access: Access): MethodDecorator & ClassDecorator => SetMetadata(ACCESS_METADATA, access);

export const Public = () => declare({ to: 'public' });
export const AnyPrincipal = () => declare({ to: 'principal' });
export const SessionOnly = (options: { confirmed?: boolean } = {}) =>
  declare({ to: 'session', confirmed: options.confirmed ?? false });
export const RequireScopes = (...scopes: [BuiltInScope, ...BuiltInScope[]]) =>
  declare({ to: 'scopes', scopes, confirmed: false });
/** As RequireScopes; from a session it also needs a sign-in or `POST /auth/confirm` within 15 minutes (CONTRACT §6). */
export const RequireScopesConfirmed = (...scopes: [BuiltInScope, ...BuiltInScope[]]) =>
  declare({ to: 'scopes', scopes, confirmed: true });
export const AllowSecret = () => declare({ to: 'secret' });

/**
 * For a public route on the hot path: Fastify calls its handler with (request, reply) and nothing of Nest in between, as
 * there is nothing for guards and pipes to do (see http/direct-routes.ts). The handler sends the answer itself.
 */
export const Direct = (): MethodDecorator => SetMetadata(DIRECT_METADATA, true);

/** A call about an account: the guard resolves `X-Account-Id` and puts the account on the request (CONTRACT §6). */
export const AccountCall = () => SetMetadata(ACCOUNT_CALL_METADATA, true);

/** The part of a request that the guards fill in. */
export interface AuthenticatedRequest {
  principal?: Principal;
  accountId?: string;
}

export const CurrentPrincipal = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { principal } = context.switchToHttp().getRequest<AuthenticatedRequest>();
  if (principal === undefined) throw new UnauthorizedException();
  return principal;
});

export const CurrentAccountId = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { accountId } = context.switchToHttp().getRequest<AuthenticatedRequest>();
  if (accountId === undefined) throw new UnauthorizedException();
  return accountId;
});
