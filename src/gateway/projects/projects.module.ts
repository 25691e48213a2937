// Owns projects, the containers for the proxies of an account.
// Leaves to others: the proxies themselves (proxies).
import { Module } from '@nestjs/common';
import { ProjectAdministration } from './administration/project-administration.js';
import { ProjectFactory } from './administration/project-factory.js';
import { ProjectRepository } from './project.repository.js';
import { ProjectsController } from './projects.controller.js';
import { Projects } from './projects.service.js';

@Module({
  controllers: [ProjectsController],
  providers: [ProjectAdministration, ProjectFactory, ProjectRepository, Projects],
  exports: [Projects],
})
export class ProjectsModule {}
