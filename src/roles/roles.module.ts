// Owns roles and the scopes they give: the built-in ones and those of a site.
// Leaves to others: who holds which role (users), and what follows from it for a request (auth).
import { Module } from '@nestjs/common';
import { AdminRolesController } from './admin-roles.controller.js';
import { RoleAdministration } from './role-administration.js';
import { RoleFactory } from './role-factory.js';
import { RoleListing } from './role-listing.js';
import { RoleRules } from './role-rules.js';
import { RoleRepository } from './role.repository.js';
import { Roles } from './roles.service.js';
import { ScopesController } from './scopes.controller.js';

@Module({
  controllers: [AdminRolesController, ScopesController],
  providers: [RoleAdministration, RoleFactory, RoleListing, RoleRepository, RoleRules, Roles],
  exports: [Roles],
})
export class RolesModule {}
