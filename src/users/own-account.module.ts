// Owns what a signed-in person does with their own account: proving the password again, the developer secret.
// Leaves to others: everything about users that no person asks for; the operator's commands work without this.
import { Module } from '@nestjs/common';
import { DeveloperSecretController } from './developer-secret.controller.js';
import { OwnDeveloperSecret } from './own-developer-secret.js';
import { PasswordProof } from './password-proof.service.js';
import { UsersModule } from './users.module.js';

@Module({
  imports: [UsersModule],
  controllers: [DeveloperSecretController],
  providers: [OwnDeveloperSecret, PasswordProof],
  exports: [PasswordProof],
})
export class OwnAccountModule {}
