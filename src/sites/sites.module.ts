// Owns sites, the tenants: their names, slugs and who owns them.
// Leaves to others: everything that belongs to a site; each module confines its own rows.
import { Module } from '@nestjs/common';
import { SiteFounding } from './site-founding.service.js';
import { SiteRepository } from './site.repository.js';
import { Sites } from './sites.service.js';

@Module({ providers: [SiteFounding, SiteRepository, Sites], exports: [SiteFounding, Sites] })
export class SitesModule {}
