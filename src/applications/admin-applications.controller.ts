import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { MakesCredentials, RequireScopes } from '../shared/authz/access.js';
import { type Actor, CurrentActor } from '../shared/authz/actor.js';
import { TakesIdempotencyKey } from '../shared/protocol/idempotency-key.js';
import { IdPipe } from '../shared/validation/id.pipe.js';
import { ApplicationRegistration } from './registration/application-registration.js';
import {
  IssuedSecretResponse,
  issuedSecretResponse,
  RegisteredApplicationResponse,
  registeredResponse,
} from './dto/application.response.js';
import { CreateSecretRequest } from './dto/create-secret.request.js';
import { RegisterApplicationRequest, registrationOf } from './dto/register-application.request.js';
import { ServiceAccountApplications } from './registration/service-account-applications.js';

/** Applications of service accounts. Service accounts never sign in, so administrators look after their applications. */
@ApiTags('Admin tokens')
@RequireScopes('tokens:admin')
@Controller('admin')
export class AdminApplicationsController {
  constructor(
    private readonly registration: ApplicationRegistration,
    private readonly applications: ServiceAccountApplications,
  ) {}

  /** Register an API key for a service account. Its secret and its access token are only shown in this answer. */
  @Post('users/:id/applications')
  @TakesIdempotencyKey()
  @MakesCredentials()
  async registerServiceAccountApplication(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() request: RegisterApplicationRequest,
  ): Promise<RegisteredApplicationResponse> {
    return registeredResponse(await this.registration.registerFor(actor, id, registrationOf(request)));
  }

  /** Create another client secret for a service account's application. Two can be live at once; a third is refused with 409. */
  @Post('applications/:id/secrets')
  @TakesIdempotencyKey()
  @MakesCredentials()
  async createServiceAccountSecret(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() request: CreateSecretRequest,
  ): Promise<IssuedSecretResponse> {
    return issuedSecretResponse(await this.applications.addSecret(actor, id, request.graceSeconds));
  }
}
