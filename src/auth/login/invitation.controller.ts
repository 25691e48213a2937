import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiForbiddenResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../shared/authz/access.js';
import { requestContextOf } from '../../shared/authz/actor.js';
import { CrossSiteRules } from '../guards/cross-site-rules.js';
import { InvitationLimits } from '../../principals/limits/invitation-limits.service.js';
import { AcceptInvitation } from './accept-invitation.service.js';
import { AcceptedInvitationResponse, AcceptInvitationRequest } from './dto/password.request.js';

/** The link that an administrator passes on. */
@ApiTags('auth')
@ApiForbiddenResponse()
@Public()
@Controller('auth/accept-invitation')
export class InvitationController {
  constructor(
    private readonly invitations: AcceptInvitation,
    private readonly crossSite: CrossSiteRules,
    private readonly limits: InvitationLimits,
  ) {}

  /**
   * Set your first password, or a new one, with the link you were given; then sign in. The link works while its maker is active
   * and holds every scope that you hold.
   */
  @Post()
  @HttpCode(200)
  async acceptInvitation(
    @Body() { invitation, password }: AcceptInvitationRequest,
    @Req() request: FastifyRequest,
  ): Promise<AcceptedInvitationResponse> {
    this.crossSite.requireKnown(request);
    const context = requestContextOf(request);
    const { username } = await this.limits.attempt(context.address, () =>
      this.invitations.accept(invitation, password, context),
    );
    return { username };
  }
}
