import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  ApiForbiddenResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SessionCookie } from '../../directory/sessions/session-cookie.service.js';
import type { LiveSession } from '../../directory/sessions/sessions.types.js';
import { Public } from '../../shared/authz/access.js';
import { requestContextOf } from '../../shared/authz/actor.js';
import { CredentialCheck } from '../../principals/credential-check.service.js';
import { CrossSiteRules } from '../guards/cross-site-rules.js';
import { MeResponse } from '../own-account/dto/me.response.js';
import { Me } from '../own-account/me.service.js';
import { Refusal } from '../../principals/refusal.js';
import { LoginRequest } from './dto/login.request.js';
import { Login } from './login.service.js';
import { invalidCredentials } from './sign-in.errors.js';

/** Signing in with a password, for people. */
@ApiTags('auth')
@ApiForbiddenResponse()
@Public()
@Controller('auth')
export class LoginController {
  constructor(
    private readonly login: Login,
    private readonly cookie: SessionCookie,
    private readonly crossSite: CrossSiteRules,
    private readonly check: CredentialCheck,
    private readonly me: Me,
  ) {}

  /** Sign in. The answer sets the session cookie and describes you as `GET /auth/me` does. */
  @Post('login')
  @HttpCode(200)
  @ApiOkResponse({ type: MeResponse })
  @ApiUnauthorizedResponse()
  async signIn(
    @Body() { username, password }: LoginRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeResponse> {
    this.crossSite.requireKnown(request);
    const sessions = await this.cookie.sessionsIn(request.headers.cookie);
    const session = await this.login.signIn({ login: username, password, sessions }, requestContextOf(request));
    const answer = await this.#describe(session);
    this.cookie.set(reply, session.id, session.expiresAt);
    return answer;
  }

  /** Sign out. The session ends on the server: no copy of its cookie works any more. */
  @Post('logout')
  @HttpCode(204)
  @ApiNoContentResponse()
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const { cookie } = request.headers;
    if (this.cookie.valuesIn(cookie).length === 0) this.crossSite.requireKnown(request);
    else this.crossSite.require(request);
    await this.login.signOut(await this.cookie.sessionsIn(cookie), requestContextOf(request));
    this.cookie.clear(reply);
  }

  async #describe({ id }: LiveSession): Promise<MeResponse> {
    const principal = await this.check.session(id);
    if (principal instanceof Refusal) throw invalidCredentials(); // ended again in the same instant
    return this.me.describe(principal);
  }
}
