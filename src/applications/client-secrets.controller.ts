import { Body, Controller, Delete, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnyPrincipal } from '../shared/authz/access.js';
import { type Actor, CurrentActor } from '../shared/authz/actor.js';
import { IdPipe } from '../shared/validation/id.pipe.js';
import { ClientSecrets } from './client-secrets.service.js';
import { IssuedSecretResponse, issuedSecretResponse } from './dto/application.response.js';
import { CreateSecretRequest } from './dto/create-secret.request.js';

/** The client secrets of an application. */
@ApiTags('applications')
@AnyPrincipal()
@Controller('applications/:id/secrets')
export class ClientSecretsController {
  constructor(private readonly secrets: ClientSecrets) {}

  /** Create a further client secret, for a change without a gap. Two may be live; a third is refused with 409. */
  @Post()
  async create(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() request: CreateSecretRequest,
  ): Promise<IssuedSecretResponse> {
    return issuedSecretResponse(await this.secrets.add(actor, id, request.graceSeconds));
  }

  /** Delete a client secret. Tokens that it was traded for live on. */
  @Delete(':secretId')
  @HttpCode(204)
  async revoke(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('secretId', IdPipe) secretId: string,
  ): Promise<void> {
    await this.secrets.revoke(actor, id, secretId);
  }
}
