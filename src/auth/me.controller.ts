import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AllowSecret, AnyPrincipal, CurrentPrincipal, Public } from '../shared/authz/access.js';
import type { Principal } from '../shared/authz/principal.js';
import { MeResponse } from './dto/me.response.js';
import { SecretResponse, TestResponse } from './dto/secret.response.js';
import { Me } from './me.service.js';

/** Who am I? */
@ApiTags('auth')
@Controller()
export class MeController {
  constructor(private readonly me: Me) {}

  /** The open test call: the service is there. */
  @Public()
  @Get('test')
  test(): TestResponse {
    return { status: 'ok' };
  }

  /** Who you are, what you may do now, and which credential says so. */
  @AnyPrincipal()
  @Get('auth/me')
  async read(@CurrentPrincipal() principal: Principal): Promise<MeResponse> {
    return this.me.describe(principal);
  }

  /** Whose client secret this is, and when it was made. Takes `Authorization: Secret <client secret>` alone. */
  @AllowSecret()
  @Get('auth/secret')
  describeSecret(@CurrentPrincipal() { userId, username, credential }: Principal): SecretResponse {
    return {
      user: { id: userId, username },
      clientId: credential.clientId,
      createdAt: credential.createdAt.toISOString(),
    };
  }
}
