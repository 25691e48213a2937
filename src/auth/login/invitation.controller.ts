import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiForbiddenResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Sessions } from '../../sessions/sessions.service.js';
import { Public } from '../../shared/authz/access.js';
import { requestContextOf } from '../../shared/authz/actor.js';
import { AcceptInvitation } from '../../users/accept-invitation.service.js';
import { CrossSiteRules } from '../cross-site-rules.js';
import { AcceptedInvitationResponse, AcceptInvitationRequest } from './dto/password.request.js';

/** The link that an administrator passes on. */
@ApiTags('auth')
@ApiForbiddenResponse()
@Public()
@Controller('auth/accept-invitation')
export class InvitationController {
  constructor(
    private readonly invitations: AcceptInvitation,
    private readonly sessions: Sessions,
    private readonly crossSite: CrossSiteRules,
  ) {}

  /** Set your first password, or a new one, with the link you were given. Sign in with it afterwards. */
  @Post()
  @HttpCode(200)
  async acceptInvitation(
    @Body() { invitation, password }: AcceptInvitationRequest,
    @Req() request: FastifyRequest,
  ): Promise<AcceptedInvitationResponse> {
    this.crossSite.requireKnown(request);
    const { username } = await this.invitations.accept(invitation, password, requestContextOf(request), (tx, user) =>
      this.sessions.endAll(tx, user.siteId, user.id, 'password_changed'),
    );
    return { username };
  }
}
