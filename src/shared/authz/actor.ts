import { cutText } from '../validation/cut-text.js';
import { createParamDecorator, UnauthorizedException, type ExecutionContext } from '@nestjs/common';
import { plainAddress } from '../networks/network-list.js';
import type { AuthenticatedRequest } from './access.js';
import type { Principal } from './principal.js';

/** Where a request came from. The audit log keeps this beside the actor. */
export interface RequestContext {
  readonly requestId: string;
  /** The client's address: the peer's own, or the one that a trusted proxy named. */
  readonly address: string;
  readonly userAgent: string | null;
}

/** The caller of a change, and where the request came from. Services that change something take it as their first argument. */
export interface Actor extends RequestContext {
  readonly principal: Principal;
}

interface HttpRequest extends AuthenticatedRequest {
  readonly id: string;
  readonly ip: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

const USER_AGENT_LENGTH = 255;

export function requestContextOf(request: HttpRequest): RequestContext {
  const userAgent = request.headers['user-agent'];
  return {
    requestId: request.id,
    address: plainAddress(request.ip),
    userAgent: typeof userAgent === 'string' ? cutText(userAgent, USER_AGENT_LENGTH) : null,
  };
}

export const CurrentRequest = createParamDecorator((_: unknown, context: ExecutionContext): RequestContext =>
  requestContextOf(context.switchToHttp().getRequest<HttpRequest>()),
);

export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const request = context.switchToHttp().getRequest<HttpRequest>();
  if (request.principal === undefined) throw new UnauthorizedException();
  return { ...requestContextOf(request), principal: request.principal };
});
