import type { SiteId } from '../../shared/ids/site-id.js';

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
