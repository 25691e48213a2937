import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AllowSecret,
  AnyPrincipal,
  CurrentPrincipal,
  InheritedMay,
  PinnedMay,
  Public,
} from '../../shared/authz/access.js';
import type { Principal } from '../../shared/authz/principal.js';
import { MeResponse } from './dto/me.response.js';
import { SecretResponse, TestResponse } from './dto/secret.response.js';
import { Me } from './me.service.js';

/** Who am I? */
@ApiTags('auth')
@Controller()
export class MeController {
  constructor(private readonly me: Me) {}

  /** The open test call: it shows that the service is up. */
  @Public()
  @Get('test')
  test(): TestResponse {
    return { status: 'ok' };
  }

  /** Get your identity, what you may do now, and the credential you are using. */
  @AnyPrincipal()
  @PinnedMay()
  @InheritedMay()
  @Get('auth/me')
  async read(@CurrentPrincipal() principal: Principal): Promise<MeResponse> {
    return this.me.describe(principal);
  }

  /** Find out who owns this client secret and when it was made. Only accepts `Authorization: Secret <client secret>`. */
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
