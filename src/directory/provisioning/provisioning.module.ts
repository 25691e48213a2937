// Owns the making of a site with its account, administrator and owner, in one transaction.
// Leaves to others: the rows themselves (sites, accounts, users) and their later changes.
import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { SitesModule } from '../sites/sites.module.js';
import { UsersModule } from '../users/users.module.js';
import { SiteProvisioning } from './site-provisioning.service.js';

@Module({
  imports: [AccountsModule, SitesModule, UsersModule],
  providers: [SiteProvisioning],
  exports: [SiteProvisioning],
})
export class ProvisioningModule {}
