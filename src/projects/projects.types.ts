import type { Tx } from '../database/transaction.js';
import type { SiteId } from '../shared/ids/site-id.js';

/** The account that a call is about, and its site. */
export interface AccountScope {
  readonly siteId: SiteId;
  readonly accountId: string;
}

export interface ProjectSearch {
  readonly limit: number;
  readonly cursor?: string;
  readonly search?: string;
}

/** What is kept in projects. Its module fulfils this, as a project knows nothing of what it holds. */
export abstract class ProjectContents {
  /** The names of at most `limit` things in the project, in their order. */
  abstract namesIn(tx: Tx, siteId: SiteId, projectId: string, limit: number): Promise<string[]>;
}
