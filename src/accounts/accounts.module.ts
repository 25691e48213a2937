// Owns accounts, the sub-tenants of a site, and whether they are suspended.
// Leaves to others: which account a call is about and which token is pinned to one (auth, tokens).
import { Module } from '@nestjs/common';
import { AccountAdministration } from './account-administration.js';
import { AccountFounding } from './account-founding.service.js';
import { AccountRepository } from './account.repository.js';
import { AccountsController } from './accounts.controller.js';
import { Accounts } from './accounts.service.js';

@Module({
  controllers: [AccountsController],
  providers: [AccountAdministration, AccountFounding, AccountRepository, Accounts],
  exports: [AccountFounding, Accounts],
})
export class AccountsModule {}
