import type { Project } from '../project.entity.js';

export class ProjectResponse {
  /** @example "0199c0de-0000-7000-8000-000000000030" */
  id: string;

  /**
   * The account that it belongs to.
   * @example "0199c0de-0000-7000-8000-000000000001"
   */
  accountId: string;

  /** @example "Order API" */
  name: string;

  /** @example "Everything around orders" */
  description: string | null;

  /** @example "2026-11-01T09:30:00.000Z" */
  createdAt: string;

  /** @example "2026-11-01T09:30:00.000Z" */
  updatedAt: string;
}

export class ProjectPageResponse {
  items: ProjectResponse[];

  /**
   * Send it as `cursor` to get the next page; null on the last one.
   * @example null
   */
  nextCursor: string | null;
}

export function projectResponse(project: Project): ProjectResponse {
  return {
    id: project.id,
    accountId: project.accountId,
    name: project.name,
    description: project.description,
    createdAt: project.createdAt.toISOString(),
    updatedAt: project.updatedAt.toISOString(),
  };
}
