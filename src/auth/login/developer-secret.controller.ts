import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { MakesCredentials, SessionOnly } from '../../shared/authz/access.js';
import { type Actor, CurrentActor } from '../../shared/authz/actor.js';
import { TakesIdempotencyKey } from '../../shared/protocol/idempotency-key.js';
import { OwnDeveloperSecret } from './own-developer-secret.js';
import { DeveloperSecretResponse, developerSecretResponse } from './dto/developer-secret.response.js';
import { RevealSecretRequest } from './dto/reveal-secret.request.js';

/** Your own developer secret. */
@SessionOnly()
@Controller('users/me/secret')
export class DeveloperSecretController {
  constructor(private readonly secrets: OwnDeveloperSecret) {}

  /** Show your developer secret again. This needs your password, even from a session. */
  @Post('reveal')
  @HttpCode(200)
  async reveal(@CurrentActor() actor: Actor, @Body() request: RevealSecretRequest): Promise<DeveloperSecretResponse> {
    return developerSecretResponse(await this.secrets.reveal(actor, request.password));
  }

  /** Replace your developer secret. The previous one is refused from the moment of the answer. */
  @Post('rotate')
  @MakesCredentials()
  @TakesIdempotencyKey()
  @HttpCode(200)
  async rotate(@CurrentActor() actor: Actor): Promise<DeveloperSecretResponse> {
    return developerSecretResponse(await this.secrets.rotate(actor));
  }
}
