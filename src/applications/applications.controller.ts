import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PageQuery } from '../http/paging.js';
import { AnyPrincipal, CurrentPrincipal } from '../shared/authz/access.js';
import { type Actor, CurrentActor } from '../shared/authz/actor.js';
import type { Principal } from '../shared/authz/principal.js';
import { IdPipe } from '../shared/validation/id.pipe.js';
import { ApplicationChanges } from './application-changes.js';
import { ApplicationDeletion } from './application-deletion.js';
import { ApplicationRegistration } from './application-registration.js';
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
import { RegisterApplicationRequest } from './dto/register-application.request.js';
import { UpdateApplicationRequest } from './dto/update-application.request.js';

/** Your applications: API keys that trade a client id and secret for tokens. */
@ApiTags('applications')
@AnyPrincipal()
@Controller('applications')
export class ApplicationsController {
  constructor(
    private readonly applications: Applications,
    private readonly registration: ApplicationRegistration,
    private readonly changes: ApplicationChanges,
    private readonly deletion: ApplicationDeletion,
  ) {}

  /** List your applications, newest first. */
  @Get()
  async list(@CurrentPrincipal() principal: Principal, @Query() query: PageQuery): Promise<ApplicationPageResponse> {
    const page = await this.applications.list(principal, query);
    return { items: page.items.map(applicationResponse), nextCursor: page.nextCursor };
  }

  /** Register an API key. Its secret and its access token are in this answer and in no other. */
  @Post()
  async register(
    @CurrentActor() actor: Actor,
    @Body() request: RegisterApplicationRequest,
  ): Promise<RegisteredApplicationResponse> {
    const registered = await this.registration.register(actor, {
      name: request.name,
      description: request.description ?? '',
      scopes: request.scopes ?? null,
      tokenFormat: request.tokenFormat ?? 'opaque',
      tokenTtlSeconds: request.tokenTtlSeconds ?? null,
      issueToken: request.issueToken ?? true,
    });
    return registeredResponse(registered);
  }

  /** See one of your applications. */
  @Get(':id')
  async read(@CurrentPrincipal() principal: Principal, @Param('id', IdPipe) id: string): Promise<ApplicationResponse> {
    return applicationResponse(await this.applications.read(principal, id));
  }

  /** Change an application. A narrower scope ceiling holds for its live tokens at once. */
  @Patch(':id')
  async update(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() request: UpdateApplicationRequest,
  ): Promise<ApplicationResponse> {
    await this.changes.update(actor, id, request);
    return applicationResponse(await this.applications.read(actor.principal, id));
  }

  /** Delete an application. Its secrets and tokens are refused from the moment this is answered. */
  @Delete(':id')
  @HttpCode(204)
  async delete(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    await this.deletion.delete(actor, id);
  }

  /** Create the access token of an application, or make it anew: the one before is refused from now on. */
  @Post(':id/token')
  async renewToken(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ApplicationTokenResponse> {
    return applicationTokenResponse(await this.changes.renewToken(actor, id));
  }
}
