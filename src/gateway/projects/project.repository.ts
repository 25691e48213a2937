import { Injectable } from '@nestjs/common';
import { containing } from '../../platform/database/like-pattern.js';
import type { Page } from '../../platform/database/page.js';
import { type SiteTable, SiteTables } from '../../platform/database/site-table.js';
import type { Tx } from '../../platform/database/transaction.js';
import { Project } from './project.entity.js';
import { deleteUnused } from '../../platform/database/unused-rows.js';
import type { AccountScope, ProjectSearch } from './projects.types.js';

export type ProjectPatch = Partial<Pick<Project, 'name' | 'description' | 'updatedAt'>>;

/** The projects of an account. A project of another account of the site counts as missing. */
@Injectable()
export class ProjectRepository {
  readonly #projects: SiteTable<Project>;

  constructor(tables: SiteTables) {
    this.#projects = tables.of(Project);
  }

  byId({ siteId, accountId }: AccountScope, id: string): Promise<Project | null> {
    return this.#projects.in(siteId).one({ id, accountId });
  }

  /** Locked until the commit: nothing is put into a project while it is being deleted. */
  byIdForUpdate(tx: Tx, { siteId, accountId }: AccountScope, id: string): Promise<Project | null> {
    return this.#projects.in(siteId, tx).one({ id, accountId }, { lock: true });
  }

  page({ siteId, accountId }: AccountScope, { limit, cursor, search }: ProjectSearch): Promise<Page<Project>> {
    return this.#projects.in(siteId).page({
      limit,
      cursor,
      where: { accountId },
      refine: (query) => {
        if (search !== undefined)
          query.andWhere("LOWER(row.name) LIKE :search ESCAPE '!'", { search: containing(search) });
      },
    });
  }

  async insert(tx: Tx, project: Project): Promise<void> {
    await this.#projects.in(project.siteId, tx).insert(project);
  }

  async update(tx: Tx, project: Project, patch: ProjectPatch): Promise<void> {
    await this.#projects.in(project.siteId, tx).update({ id: project.id }, patch);
  }

  /** @throws inUse while the project contains proxies */
  async delete(tx: Tx, project: Project): Promise<void> {
    await deleteUnused(this.#projects.in(project.siteId, tx), project.id);
  }
}
