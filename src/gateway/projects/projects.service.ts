import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/transaction.js';
import type { Project } from './project.entity.js';
import { ProjectRepository } from './project.repository.js';
import { projectNotFound } from './projects.errors.js';
import type { AccountScope } from './projects.types.js';

/** What other modules ask about projects. */
@Injectable()
export class Projects {
  constructor(private readonly projects: ProjectRepository) {}

  /** @throws projectNotFound, also for a project of another account */
  async read(scope: AccountScope, id: string): Promise<Project> {
    const project = await this.projects.byId(scope, id);
    if (project === null) throw projectNotFound();
    return project;
  }

  /** Like read, but locked until the commit: the project exists as long as something is being put into it. */
  async lock(tx: Tx, scope: AccountScope, id: string): Promise<Project> {
    const project = await this.projects.byIdForUpdate(tx, scope, id);
    if (project === null) throw projectNotFound();
    return project;
  }
}
