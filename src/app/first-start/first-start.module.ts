// Owns what makes an empty deployment usable at its first start.
// Leaves to others: making a site (directory/provisioning).
import { Module } from '@nestjs/common';
import { ProvisioningModule } from '../../directory/provisioning/provisioning.module.js';
import { SitesModule } from '../../directory/sites/sites.module.js';
import { FirstAdministrator } from './first-administrator.js';
import { FirstStart } from './first-start.js';
import { FirstStartNotice } from './first-start-notice.js';

@Module({
  imports: [ProvisioningModule, SitesModule],
  providers: [FirstAdministrator, FirstStart, FirstStartNotice],
})
export class FirstStartModule {}
