// Owns roles and the scopes they give: the built-in roles and those of a site.
// Leaves to others: who holds which role (users), and what a role means for a request (auth).
import { Module } from '@nestjs/common';
import { SitesModule } from '../sites/sites.module.js';
import { AdminRolesController } from './administration/admin-roles.controller.js';
import { RoleAdministration } from './administration/role-administration.js';
import { RoleFactory } from './administration/role-factory.js';
import { RoleListing } from './administration/role-listing.js';
import { RoleRules } from './rules/role-rules.js';
import { RoleSizes } from './rules/role-sizes.js';
import { RoleRepository } from './role.repository.js';
import { Roles } from './roles.service.js';
import { ScopesController } from './administration/scopes.controller.js';

@Module({
  imports: [SitesModule],
  controllers: [AdminRolesController, ScopesController],
  providers: [RoleAdministration, RoleFactory, RoleListing, RoleRepository, RoleRules, RoleSizes, Roles],
  exports: [Roles],
})
export class RolesModule {}
