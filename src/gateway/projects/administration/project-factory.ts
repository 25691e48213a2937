import { Injectable } from '@nestjs/common';
import { Clock } from '../../../shared/clock/clock.js';
import { Ids } from '../../../shared/ids/ids.js';
import type { Project } from '../project.entity.js';
import type { ProjectPatch } from '../project.repository.js';
import type { AccountScope } from '../projects.types.js';

export interface WantedProject {
  readonly name: string;
  readonly description: string | null;
}

/** Makes the rows of projects, and works out changes to them. */
@Injectable()
export class ProjectFactory {
  constructor(
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  create({ siteId, accountId }: AccountScope, { name, description }: WantedProject): Project {
    const now = this.clock.now();
    return { id: this.ids.next(), siteId, accountId, name, description, createdAt: now, updatedAt: now };
  }

  /** Null when nothing would change. */
  patch(project: Project, { name, description }: Partial<WantedProject>): ProjectPatch | null {
    const patch: ProjectPatch = {};
    if (name !== undefined && name !== project.name) patch.name = name;
    if (description !== undefined && description !== project.description) patch.description = description;
    return Object.keys(patch).length === 0 ? null : { ...patch, updatedAt: this.clock.now() };
  }
}
