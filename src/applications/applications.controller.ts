import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PageQuery } from '../shared/paging.js';
import { AnyPrincipal, CurrentPrincipal, MakesCredentials } from '../shared/authz/access.js';
import { type Actor, CurrentActor } from '../shared/authz/actor.js';
import type { Principal } from '../shared/authz/principal.js';
import { TakesIdempotencyKey } from '../shared/protocol/idempotency-key.js';
import { IdPipe } from '../shared/validation/id.pipe.js';
import { ApplicationChanges } from './changing/application-changes.js';
import { ApplicationDeletion } from './changing/application-deletion.js';
import { ApplicationRegistration } from './registration/application-registration.js';
import { Applications } from './applications.service.js';
import {
  ApplicationPageResponse,
  ApplicationResponse,
  applicationResponse,
  ApplicationTokenResponse,
  applicationTokenResponse,
  RegisteredApplicationResponse,
  registeredResponse,
} from './dto/application.response.js';
import { RegisterApplicationRequest, registrationOf } from './dto/register-application.request.js';
import { UpdateApplicationRequest } from './dto/update-application.request.js';
import { CurrentAccessToken } from './changing/current-access-token.js';
import { DescendantsQuery } from '../shared/authz/descendants.request.js';
import {
  DescendantsResponse,
  descendantsResponse,
  endedResponse,
  RevokedResponse,
} from '../shared/authz/descendants.response.js';

/** Your applications: API keys that exchange a client id and secret for tokens. */
@ApiTags('applications')
@AnyPrincipal()
@Controller('applications')
export class ApplicationsController {
  constructor(
    private readonly applications: Applications,
    private readonly registration: ApplicationRegistration,
    private readonly changes: ApplicationChanges,
    private readonly deletion: ApplicationDeletion,
    private readonly accessToken: CurrentAccessToken,
  ) {}

  /** List your applications, newest first. */
  @Get()
  async list(@CurrentPrincipal() principal: Principal, @Query() query: PageQuery): Promise<ApplicationPageResponse> {
    const page = await this.applications.list(principal, query);
    return { items: page.items.map(applicationResponse), nextCursor: page.nextCursor };
  }

  /** Register an API key. Its secret and its access token are only shown in this answer. */
  @Post()
  @MakesCredentials()
  @TakesIdempotencyKey()
  async register(
    @CurrentActor() actor: Actor,
    @Body() request: RegisterApplicationRequest,
  ): Promise<RegisteredApplicationResponse> {
    return registeredResponse(await this.registration.register(actor, registrationOf(request)));
  }

  /** Get one of your applications. */
  @Get(':id')
  async read(@CurrentPrincipal() principal: Principal, @Param('id', IdPipe) id: string): Promise<ApplicationResponse> {
    return applicationResponse(await this.applications.read(principal, id));
  }

  /** Change an application. A narrower scope ceiling applies to its live tokens at once. */
  @Patch(':id')
  async update(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() request: UpdateApplicationRequest,
  ): Promise<ApplicationResponse> {
    await this.changes.update(actor, id, request);
    return applicationResponse(await this.applications.read(actor.principal, id));
  }

  /** Count your live credentials that its tokens and secrets made, directly or through other credentials. */
  @Get(':id/descendants')
  async countApplicationDescendants(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
  ): Promise<DescendantsResponse> {
    return descendantsResponse(await this.deletion.countDescendants(actor, id));
  }

  /**
   * Delete an application. Its secrets and tokens are refused from the moment of the answer and, on request, so is everything
   * that they made.
   */
  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiOkResponse({ type: RevokedResponse })
  async delete(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() { descendants }: DescendantsQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevokedResponse | undefined> {
    return endedResponse(await this.deletion.delete(actor, id, descendants === 'true'), reply);
  }

  /** Create or replace the access token of an application. The previous token is refused from now on. */
  @Post(':id/token')
  @MakesCredentials()
  @TakesIdempotencyKey()
  async renewToken(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ApplicationTokenResponse> {
    return applicationTokenResponse(await this.accessToken.renew(actor, id));
  }
}
