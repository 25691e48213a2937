import { Body, Controller, HttpCode, Post, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type CookieCarrier, SessionCookie } from '../../directory/sessions/session-cookie.service.js';
import { SessionOnly } from '../../shared/authz/access.js';
import { type Actor, CurrentActor } from '../../shared/authz/actor.js';
import { SessionConfirmation } from './confirmation.service.js';
import { ChangePasswordRequest, ConfirmRequest } from './dto/password.request.js';
import { OwnPassword } from './own-password.service.js';

/** Your own password. */
@ApiTags('auth')
@SessionOnly()
@Controller('auth')
export class PasswordController {
  constructor(
    private readonly passwords: OwnPassword,
    private readonly confirmation: SessionConfirmation,
    private readonly cookie: SessionCookie,
  ) {}

  /** Change your password. All your sessions end; the answer sets the cookie of a new one. */
  @Put('password')
  @HttpCode(204)
  async change(
    @CurrentActor() actor: Actor,
    @Body() { currentPassword, newPassword }: ChangePasswordRequest,
    @Res({ passthrough: true }) reply: CookieCarrier,
  ): Promise<void> {
    const session = await this.passwords.change(actor, currentPassword, newPassword);
    this.cookie.set(reply, session.id, session.expiresAt);
  }

  /** Confirm your password. Sensitive calls are open to this session for the next 15 minutes. */
  @Post('confirm')
  @HttpCode(204)
  async confirmPassword(@CurrentActor() actor: Actor, @Body() { password }: ConfirmRequest): Promise<void> {
    await this.confirmation.confirm(actor, password);
  }
}
