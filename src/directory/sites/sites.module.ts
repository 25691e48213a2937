// Owns sites, the tenants: their names, slugs, policies and who owns them.
// Leaves to others: everything that belongs to a site; each module confines its own rows.
import { Module } from '@nestjs/common';
import { SiteChanges } from './site-changes.js';
import { SiteCreation } from './site-creation.service.js';
import { SiteOwners } from './site-owners.js';
import { SitePolicies } from './site-policies.service.js';
import { SiteRepository } from './site.repository.js';
import { Sites } from './sites.service.js';

@Module({
  providers: [SiteChanges, SiteCreation, SiteOwners, SitePolicies, SiteRepository, Sites],
  exports: [SiteChanges, SiteCreation, SiteOwners, SitePolicies, Sites],
})
export class SitesModule {}
