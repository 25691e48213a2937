import { Controller, Delete, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ChangesCredentials, RequireScopes, RequireScopesConfirmed } from '../../shared/authz/access.js';
import { type Actor, CurrentActor } from '../../shared/authz/actor.js';
import { IdPipe } from '../../shared/validation/id.pipe.js';
import { RemovalPreviewQuery, RemovalQuery } from './dto/removal.query.js';
import { RemovalPreviewResponse, removalPreviewResponse } from './dto/removal-preview.response.js';
import { RemovalResponse, removalResponse } from './dto/removal.response.js';
import type { RemovalChoice } from './removal-planning.js';
import { RemovalPreview } from './removal-preview.js';
import { RemoveUser } from './remove-user.js';

/** Users who leave, and what happens to the tokens and applications they own. */
@ApiTags('Admin users')
@Controller('admin/users/:id')
export class RemovalController {
  constructor(
    private readonly preview: RemovalPreview,
    private readonly removal: RemoveUser,
  ) {}

  /** Preview the removal of a user: who receives what, what each token loses, and which integrations would stop. */
  @Get('removal')
  @RequireScopes('users:write')
  async previewRemoval(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() query: RemovalPreviewQuery,
  ): Promise<RemovalPreviewResponse> {
    const { limit, cursor, applicationsCursor = '0' } = query;
    const pages = { limit, cursor, applicationsOffset: Number(applicationsCursor) };
    return removalPreviewResponse(await this.preview.of(actor, id, choiceOf(query), pages));
  }

  /**
   * Remove a user. Their tokens and applications pass to the owner of the site, or to the user you name, with their values
   * unchanged. If the site has no owner, they are decommissioned. The user is locked out from the moment of the answer.
   */
  @Delete()
  @ChangesCredentials()
  @RequireScopesConfirmed('users:write')
  async removeUser(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() query: RemovalQuery,
  ): Promise<RemovalResponse> {
    return removalResponse(await this.removal.remove(actor, id, choiceOf(query), query.version ?? null));
  }
}

function choiceOf({ reassignTo, decommission }: RemovalQuery | RemovalPreviewQuery): RemovalChoice {
  return { reassignTo: reassignTo ?? null, decommission: decommission === 'true' };
}
