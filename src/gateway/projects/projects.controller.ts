import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AccountCall, CurrentAccountId, CurrentPrincipal, RequireScopes } from '../../shared/authz/access.js';
import { type Actor, CurrentActor } from '../../shared/authz/actor.js';
import type { Principal } from '../../shared/authz/principal.js';
import { TakesIdempotencyKey } from '../../shared/protocol/idempotency-key.js';
import { IdPipe } from '../../shared/validation/id.pipe.js';
import { CreateProjectRequest, ProjectFilter, UpdateProjectRequest } from './dto/project.request.js';
import { ProjectPageResponse, ProjectResponse, projectResponse } from './dto/project.response.js';
import { ProjectAdministration } from './administration/project-administration.js';
import { ProjectRepository } from './project.repository.js';
import { Projects } from './projects.service.js';

/** The projects of an account. */
@ApiTags('projects')
@AccountCall()
@Controller('projects')
export class ProjectsController {
  constructor(
    private readonly rows: ProjectRepository,
    private readonly projects: Projects,
    private readonly administration: ProjectAdministration,
  ) {}

  /** List the projects of the account, newest first. */
  @Get()
  @RequireScopes('projects:read')
  async list(
    @CurrentPrincipal() { siteId }: Principal,
    @CurrentAccountId() accountId: string,
    @Query() filter: ProjectFilter,
  ): Promise<ProjectPageResponse> {
    const page = await this.rows.page({ siteId, accountId }, filter);
    return { items: page.items.map(projectResponse), nextCursor: page.nextCursor };
  }

  /** Create a project. */
  @Post()
  @TakesIdempotencyKey()
  @RequireScopes('projects:write')
  async create(
    @CurrentActor() actor: Actor,
    @CurrentAccountId() accountId: string,
    @Body() { name, description = null }: CreateProjectRequest,
  ): Promise<ProjectResponse> {
    return projectResponse(await this.administration.create(actor, accountId, { name, description }));
  }

  /** Get a project. */
  @Get(':id')
  @RequireScopes('projects:read')
  async read(
    @CurrentPrincipal() { siteId }: Principal,
    @CurrentAccountId() accountId: string,
    @Param('id', IdPipe) id: string,
  ): Promise<ProjectResponse> {
    return projectResponse(await this.projects.read({ siteId, accountId }, id));
  }

  /** Change the name or description of a project. */
  @Patch(':id')
  @RequireScopes('projects:write')
  async update(
    @CurrentActor() actor: Actor,
    @CurrentAccountId() accountId: string,
    @Param('id', IdPipe) id: string,
    @Body() request: UpdateProjectRequest,
  ): Promise<ProjectResponse> {
    return projectResponse(await this.administration.update(actor, accountId, id, request));
  }

  /** Delete a project that has no proxies. */
  @Delete(':id')
  @RequireScopes('projects:write')
  @HttpCode(204)
  async delete(
    @CurrentActor() actor: Actor,
    @CurrentAccountId() accountId: string,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    await this.administration.delete(actor, accountId, id);
  }
}
