// Owns sign-ins of people: their rows, their limits and the cookie that carries them.
// Leaves to others: who may start a session (auth), and whether a presented session is still valid (auth's principal query).
import { Module } from '@nestjs/common';
import { KeysModule } from '../../platform/keys/keys.module.js';
import { SessionRetention } from './session-retention.service.js';
import { SessionCookie } from './session-cookie.service.js';
import { SessionUse } from './session-use.service.js';
import { SessionRepository } from './session.repository.js';
import { Sessions } from './sessions.service.js';

@Module({
  imports: [KeysModule],
  providers: [SessionRetention, SessionCookie, SessionRepository, SessionUse, Sessions],
  exports: [SessionRetention, SessionCookie, Sessions],
})
export class SessionsModule {}
