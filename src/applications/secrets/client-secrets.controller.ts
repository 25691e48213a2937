import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AnyPrincipal, MakesCredentials } from '../../shared/authz/access.js';
import { type Actor, CurrentActor } from '../../shared/authz/actor.js';
import { TakesIdempotencyKey } from '../../shared/protocol/idempotency-key.js';
import { IdPipe } from '../../shared/validation/id.pipe.js';
import { ClientSecrets } from '../client-secrets.service.js';
import { IssuedSecretResponse, issuedSecretResponse } from '../dto/application.response.js';
import { CreateSecretRequest } from '../dto/create-secret.request.js';
import { DescendantsQuery } from '../../shared/authz/descendants.request.js';
import {
  DescendantsResponse,
  descendantsResponse,
  endedResponse,
  RevokedResponse,
} from '../../shared/authz/descendants.response.js';

/** The client secrets of an application. */
@ApiTags('applications')
@AnyPrincipal()
@Controller('applications/:id/secrets')
export class ClientSecretsController {
  constructor(private readonly secrets: ClientSecrets) {}

  /** Create another client secret, to replace one without a gap. Two can be live at once; a third is refused with 409. */
  @Post()
  @MakesCredentials()
  @TakesIdempotencyKey()
  async create(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() request: CreateSecretRequest,
  ): Promise<IssuedSecretResponse> {
    return issuedSecretResponse(await this.secrets.add(actor, id, request.graceSeconds));
  }

  /** Count your live credentials that the secret fetched or made, directly or through other credentials. */
  @Get(':secretId/descendants')
  async countSecretDescendants(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('secretId', IdPipe) secretId: string,
  ): Promise<DescendantsResponse> {
    return descendantsResponse(await this.secrets.countDescendants(actor, id, secretId));
  }

  /** Delete a client secret. Tokens that were issued for it stay valid unless you ask to end them too. */
  @Delete(':secretId')
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiOkResponse({ type: RevokedResponse })
  async revoke(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('secretId', IdPipe) secretId: string,
    @Query() { descendants }: DescendantsQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevokedResponse | undefined> {
    return endedResponse(await this.secrets.revoke(actor, id, secretId, descendants === 'true'), reply);
  }
}
