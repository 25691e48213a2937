// Owns sign-ins of people: their rows, their limits and the cookie that carries them.
// Leaves to others: who may start one (auth), and whether one that is presented still holds (auth's principal query).
import { Module } from '@nestjs/common';
import { KeysModule } from '../keys/keys.module.js';
import { OwnSessions } from './own-sessions.service.js';
import { SessionCare } from './session-care.service.js';
import { SessionCookie } from './session-cookie.service.js';
import { SessionUse } from './session-use.service.js';
import { SessionRepository } from './session.repository.js';
import { SessionsController } from './sessions.controller.js';
import { Sessions } from './sessions.service.js';

@Module({
  imports: [KeysModule],
  controllers: [SessionsController],
  providers: [OwnSessions, SessionCare, SessionCookie, SessionRepository, SessionUse, Sessions],
  exports: [SessionCare, SessionCookie, Sessions],
})
export class SessionsModule {}
