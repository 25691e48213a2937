// Owns accounts, the sub-tenants of a site, and whether they are suspended.
// Leaves to others: which account a call is about and which token is pinned to an account (auth, tokens).
import { Module } from '@nestjs/common';
import { AccountAdministration } from './account-administration.js';
import { AccountCreation } from './account-creation.service.js';
import { AccountRepository } from './account.repository.js';
import { AccountsController } from './accounts.controller.js';
import { Accounts } from './accounts.service.js';

@Module({
  controllers: [AccountsController],
  providers: [AccountAdministration, AccountCreation, AccountRepository, Accounts],
  exports: [AccountCreation, Accounts],
})
export class AccountsModule {}
