import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit.service.js';
import { type AuditAction, actorOf } from '../../../platform/audit/audit.types.js';
import { namedOnce } from '../../../platform/database/named-once.js';
import type { Tx } from '../../../platform/database/transaction.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../shared/authz/actor.js';
import { ProjectFactory, type WantedProject } from './project-factory.js';
import type { Project } from '../project.entity.js';
import { type ProjectPatch, ProjectRepository } from '../project.repository.js';
import { projectNotFound } from '../projects.errors.js';

/** Creates, changes and deletes the projects of an account. */
@Injectable()
export class ProjectAdministration {
  constructor(
    private readonly projects: ProjectRepository,
    private readonly factory: ProjectFactory,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  async create(actor: Actor, accountId: string, wanted: WantedProject): Promise<Project> {
    return this.unitOfWork.run(async (tx) => {
      const project = this.factory.create({ siteId: actor.principal.siteId, accountId }, wanted);
      await namedOnce('project of the account', () => this.projects.insert(tx, project));
      await this.#record(tx, actor, 'project.created', project, { accountId, description: project.description });
      return project;
    });
  }

  /** A change that changes nothing is no error and leaves no trace. */
  async update(actor: Actor, accountId: string, id: string, wanted: Partial<WantedProject>): Promise<Project> {
    return this.unitOfWork.run(async (tx) => {
      const project = await this.#locked(tx, actor, accountId, id);
      const patch = this.factory.patch(project, wanted);
      if (patch === null) return project;
      await namedOnce('project of the account', () => this.projects.update(tx, project, patch));
      await this.#record(tx, actor, 'project.updated', project, changesOf(patch));
      return Object.assign(project, patch);
    });
  }

  /** @throws inUse while the project contains anything */
  async delete(actor: Actor, accountId: string, id: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const project = await this.#locked(tx, actor, accountId, id);
      await this.projects.delete(tx, project);
      await this.#record(tx, actor, 'project.deleted', project, {});
    });
  }

  async #locked(tx: Tx, { principal }: Actor, accountId: string, id: string): Promise<Project> {
    const project = await this.projects.byIdForUpdate(tx, { siteId: principal.siteId, accountId }, id);
    if (project === null) throw projectNotFound();
    return project;
  }

  async #record(tx: Tx, actor: Actor, action: AuditAction, project: Project, details: Record<string, unknown>) {
    await this.audit.record(tx, {
      siteId: project.siteId,
      action,
      outcome: 'success',
      actor: actorOf(actor),
      subject: { type: 'project', id: project.id, name: project.name },
      details,
    });
  }
}

function changesOf({ updatedAt: _, ...changes }: ProjectPatch): Record<string, unknown> {
  return changes;
}
