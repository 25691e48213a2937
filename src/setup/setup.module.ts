// Owns what makes an empty deployment usable: a site with its account, administrator and owner, in one transaction.
// Leaves to others: the rows themselves (sites, accounts, users) and their later changes.
import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { SitesModule } from '../sites/sites.module.js';
import { UsersModule } from '../users/users.module.js';
import { FirstAdministrator } from './first-administrator.js';
import { FirstStart } from './first-start.js';
import { FirstStartNotice } from './first-start-notice.js';
import { SiteOpening } from './site-opening.service.js';

@Module({
  imports: [AccountsModule, SitesModule, UsersModule],
  providers: [FirstAdministrator, FirstStart, FirstStartNotice, SiteOpening],
  exports: [SiteOpening],
})
export class SetupModule {}
