import { Body, Controller, Delete, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Settings } from '../config/settings.js';
import { RequireScopes, RequireScopesConfirmed } from '../shared/authz/access.js';
import { type Actor, CurrentActor } from '../shared/authz/actor.js';
import { validationFailed } from '../shared/errors/general.errors.js';
import { IdPipe } from '../shared/validation/id.pipe.js';
import { IdentifiedTokenResponse, identifiedTokenResponse } from './dto/identified-token.response.js';
import { IdentifyTokenRequest } from './dto/identify-token.request.js';
import { ReassignedResponse, reassignedResponse } from './dto/reassigned.response.js';
import { ReassignTokensRequest } from './dto/reassign-tokens.request.js';
import { IdentifyToken } from './identify-token.js';
import { type Reassignment, ReassignTokens } from './reassign-tokens.js';
import { RevokeToken } from './revoke-token.js';

/** What an administrator does with the tokens of others. Seeing them is in tokens/admin-tokens.controller.ts. */
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
   * Move chosen tokens, or all tokens and applications of a user, to another user. Values stay, and nothing can do more than
   * it could before. One unknown id moves nothing.
   */
  @Post('reassign')
  @HttpCode(200)
  @RequireScopesConfirmed('tokens:admin')
  async reassignTokens(
    @CurrentActor() actor: Actor,
    @Body() request: ReassignTokensRequest,
  ): Promise<ReassignedResponse> {
    return reassignedResponse(await this.reassignment.reassign(actor, reassignmentOf(request)));
  }

  /** Learn whose a found token or secret is. Asking is no use of it, and the answer does not repeat it. */
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

  /** Revoke a token of anybody in the site. It is refused from the moment this is answered, and its owner is told. */
  @Delete(':id')
  @HttpCode(204)
  @RequireScopes('tokens:admin')
  async revokeAnyToken(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    await this.revocation.revoke(actor, id);
  }
}

/** The two ways are one or the other: both together would leave open what was meant. */
function reassignmentOf({ toUserId, tokenIds, fromUserId }: ReassignTokensRequest): Reassignment {
  const to = { toUserId: toUserId.toLowerCase() };
  if (tokenIds !== undefined && fromUserId !== undefined) {
    const message = 'goes without tokenIds: choose one of the two';
    throw validationFailed({ errors: [{ path: 'fromUserId', message }] });
  }
  if (fromUserId !== undefined) return { ...to, fromUserId: fromUserId.toLowerCase() };
  return { ...to, tokenIds: (tokenIds ?? []).map((id) => id.toLowerCase()) };
}
