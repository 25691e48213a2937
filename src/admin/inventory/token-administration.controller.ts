import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Settings } from '../../platform/config/settings.js';
import { ChangesCredentials, InheritedMay, RequireScopes, RequireScopesConfirmed } from '../../shared/authz/access.js';
import { type Actor, CurrentActor } from '../../shared/authz/actor.js';
import { validationFailed } from '../../shared/errors/general.errors.js';
import { IdPipe } from '../../shared/validation/id.pipe.js';
import { IdentifiedTokenResponse, identifiedTokenResponse } from './dto/identified-token.response.js';
import { IdentifyTokenRequest } from './dto/identify-token.request.js';
import { ReassignedResponse, reassignedResponse } from '../reassignment/dto/reassigned.response.js';
import { ReassignTokensRequest } from '../reassignment/dto/reassign-tokens.request.js';
import { IdentifyToken } from './identify-token.js';
import { type Reassignment, ReassignTokens } from '../reassignment/reassign-tokens.js';
import { RevokeToken } from './revoke-token.js';
import { DescendantsQuery } from '../../shared/authz/descendants.request.js';
import {
  DescendantsResponse,
  descendantsResponse,
  endedResponse,
  RevokedResponse,
} from '../../shared/authz/descendants.response.js';

/** What an administrator does with other users' tokens. Listing them is in tokens/admin-tokens.controller.ts. */
@ApiTags('Admin tokens')
@Controller('admin/tokens')
export class TokenAdministrationController {
  constructor(
    private readonly reassignment: ReassignTokens,
    private readonly identification: IdentifyToken,
    private readonly settings: Settings,
    private readonly revocation: RevokeToken,
  ) {}

  /**
   * Move chosen tokens, or all tokens and applications of a user, to another user. The values stay the same, and nothing can do
   * more than before. If one id is unknown, nothing moves.
   */
  @Post('reassign')
  @ChangesCredentials()
  @HttpCode(200)
  @RequireScopesConfirmed('tokens:admin')
  async reassignTokens(
    @CurrentActor() actor: Actor,
    @Body() request: ReassignTokensRequest,
  ): Promise<ReassignedResponse> {
    return reassignedResponse(await this.reassignment.reassign(actor, reassignmentOf(request)));
  }

  /**
   * Find out who owns a token or secret that was found. The lookup does not count as a use, and the answer does not repeat the
   * value.
   */
  @Post('identify')
  @HttpCode(200)
  @RequireScopes('tokens:admin')
  async identifyToken(
    @CurrentActor() actor: Actor,
    @Body() request: IdentifyTokenRequest,
  ): Promise<IdentifiedTokenResponse> {
    const found = await this.identification.identify(actor, request.token);
    return identifiedTokenResponse(found, this.settings.apiPrefix);
  }

  /** Count the live credentials of its owner that a token made, directly or through other credentials. */
  @Get(':id/descendants')
  @RequireScopes('tokens:admin')
  async countTokenDescendants(
    @CurrentActor() { principal }: Actor,
    @Param('id', IdPipe) id: string,
  ): Promise<DescendantsResponse> {
    return descendantsResponse(await this.revocation.countDescendants(principal, id));
  }

  /** Revoke any token of the site and, on request, everything that it made. They are refused from the moment of the answer. */
  @Delete(':id')
  @ChangesCredentials()
  @InheritedMay('itself')
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiOkResponse({ type: RevokedResponse })
  @RequireScopes('tokens:admin')
  async revokeAnyToken(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() { descendants }: DescendantsQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevokedResponse | undefined> {
    return endedResponse(await this.revocation.revoke(actor, id, descendants === 'true'), reply);
  }
}

/** The two ways exclude each other: a request with both would be ambiguous. */
function reassignmentOf({ toUserId, tokenIds, fromUserId }: ReassignTokensRequest): Reassignment {
  if (tokenIds !== undefined && fromUserId !== undefined) {
    const message = 'cannot be combined with tokenIds';
    throw validationFailed({ errors: [{ path: 'fromUserId', message }] });
  }
  return fromUserId === undefined ? { toUserId, tokenIds: tokenIds ?? [] } : { toUserId, fromUserId };
}
