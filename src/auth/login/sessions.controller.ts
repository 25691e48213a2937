import { Controller, Delete, Get, HttpCode, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PageQuery } from '../../shared/paging.js';
import { AnyPrincipal, CurrentPrincipal } from '../../shared/authz/access.js';
import { type Actor, CurrentActor } from '../../shared/authz/actor.js';
import type { Principal } from '../../shared/authz/principal.js';
import { IdPipe } from '../../shared/validation/id.pipe.js';
import { EndedSessionsResponse, SessionPageResponse, sessionResponse } from './dto/session.response.js';
import { OwnSessions } from './own-sessions.service.js';
import { type CookieCarrier, SessionCookie } from '../../directory/sessions/session-cookie.service.js';

/** Where you are signed in. */
@ApiTags('auth')
@AnyPrincipal()
@Controller('auth/sessions')
export class SessionsController {
  constructor(
    private readonly sessions: OwnSessions,
    private readonly cookie: SessionCookie,
  ) {}

  /** List your open sessions, newest first. */
  @Get()
  async list(@CurrentPrincipal() principal: Principal, @Query() page: PageQuery): Promise<SessionPageResponse> {
    const { items, nextCursor } = await this.sessions.list(principal, page);
    return { items: items.map((session) => sessionResponse(session, principal.credential.id)), nextCursor };
  }

  /** End all your sessions except the one that makes this call. Their cookies are refused from the moment of the answer. */
  @Delete()
  async endOtherSessions(@CurrentActor() actor: Actor): Promise<EndedSessionsResponse> {
    return { ended: await this.sessions.endOthers(actor) };
  }

  /** End a session. Its cookie is refused from the moment of the answer. */
  @Delete(':id')
  @HttpCode(204)
  async end(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reply: CookieCarrier,
  ): Promise<void> {
    await this.sessions.end(actor, id);
    if (id === actor.principal.credential.id) this.cookie.clear(reply);
  }
}
