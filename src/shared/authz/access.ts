import { createParamDecorator, SetMetadata, UnauthorizedException, type ExecutionContext } from '@nestjs/common';
import type { BuiltInScope } from './scopes.js';
import type { Principal } from './principal.js';

/**
 * Who may call a route. Every route declares one. The global guard refuses a route without one, and test/architecture fails the
 * build for it.
 */
export type Access =
  /** Anyone. The route authenticates its caller itself, if at all. */
  | { readonly to: 'public' }
  /** Any live principal, for calls about itself. */
  | { readonly to: 'principal' }
  /**
   * A person signed in with the session cookie. `confirmed`: the person must have given the password within the last 15 minutes.
   */
  | { readonly to: 'session'; readonly confirmed: boolean }
  /** A principal that holds all these scopes. */
  | { readonly to: 'scopes'; readonly scopes: readonly BuiltInScope[]; readonly confirmed: boolean }
  /** A client secret in the `Secret` scheme only. */
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
/** As RequireScopes. A session also needs a sign-in or `POST /auth/confirm` within the last 15 minutes (contract §6). */
export const RequireScopesConfirmed = (...scopes: [BuiltInScope, ...BuiltInScope[]]) =>
  declare({ to: 'scopes', scopes, confirmed: true });
export const AllowSecret = () => declare({ to: 'secret' });

/**
 * For a public route on the hot path. Fastify calls its handler with (request, reply) and skips Nest, because guards and pipes
 * have nothing to do (see platform/http/server/direct-routes.ts). The handler sends the answer itself.
 */
export const Direct = (): MethodDecorator => SetMetadata(DIRECT_METADATA, true);

/** What a credential may do on a route that is otherwise closed to it: make any call, or only the call about itself. */
export type Narrowly = 'any' | 'itself';

export const PINNED_METADATA = 'gatehouse:pinned';
export const INHERITED_METADATA = 'gatehouse:inherited';
export const MAKES_CREDENTIALS_METADATA = 'gatehouse:makes-credentials';
export const CHANGES_CREDENTIALS_METADATA = 'gatehouse:changes-credentials';

/**
 * Opens a route to credentials that are pinned to an account (contract §1). Without it, they can only make account calls.
 * `itself`: on a route with an `:id`, only if that is the id of the credential that makes the call.
 */
export const PinnedMay = (how: Narrowly = 'any') => SetMetadata(PINNED_METADATA, how);

/**
 * Opens a route about the caller's own resources to inherited credentials (contract §5). Otherwise a route for any principal is
 * closed to them, because it shows or changes resources of the new owner.
 */
export const InheritedMay = (how: Narrowly = 'any') => SetMetadata(INHERITED_METADATA, how);

/**
 * For a call that makes or rotates a credential. It is closed to values that were rotated away and to inherited credentials, and
 * a session must have been confirmed within the last 15 minutes (contract §1, §6).
 */
export const MakesCredentials = () => SetMetadata(MAKES_CREDENTIALS_METADATA, true);

/**
 * For a call that needs a scope and changes credentials, or what bounds them. It is closed to values that were rotated away and
 * to inherited credentials.
 */
export const ChangesCredentials = () => SetMetadata(CHANGES_CREDENTIALS_METADATA, true);

/** For a call about an account. The guard resolves `X-Account-Id` and puts the account on the request (contract §6). */
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
