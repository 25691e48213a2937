// Owns projects: what the proxies of an account are kept in.
// Leaves to others: the proxies themselves (proxies).
import { Module } from '@nestjs/common';
import { ProjectAdministration } from './project-administration.js';
import { ProjectFactory } from './project-factory.js';
import { ProjectRepository } from './project.repository.js';
import { ProjectsController } from './projects.controller.js';
import { Projects } from './projects.service.js';

@Module({
  controllers: [ProjectsController],
  providers: [ProjectAdministration, ProjectFactory, ProjectRepository, Projects],
  exports: [Projects],
})
export class ProjectsModule {}
