import { Injectable } from '@nestjs/common';
import { type PreparedRead, PreparedReads } from '../../platform/database/prepared-reads.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import type { DeployedProxy, RevisionSnapshot } from './proxies.types.js';

interface DeployedRow {
  readonly proxyId: string;
  readonly siteId: SiteId;
  readonly siteSlug: string;
  readonly accountId: string;
  readonly revision: number;
  readonly snapshot: string;
}

const VERSION = "SELECT d.version AS version FROM deployment_state d WHERE d.id = 'deployments'";

/** The slug of a site is part of the address of its proxies, and may change too. */
const SLUGS = `
SELECT s.id AS id, s.slug AS slug
FROM sites s
WHERE EXISTS (SELECT 1 FROM proxies p WHERE p.site_id = s.id AND p.deployed_path IS NOT NULL)
ORDER BY s.id`;

const DEPLOYED = `
SELECT p.id AS proxyId, p.site_id AS siteId, s.slug AS siteSlug, p.account_id AS accountId,
       r.number AS revision, r.snapshot AS snapshot
FROM proxies p
JOIN sites s ON s.id = p.site_id
JOIN proxy_revisions r ON r.proxy_id = p.id AND r.number = p.deployed_revision`;

/** What is served for all sites: an instance of the gateway serves them all, and tells them apart by their slugs. */
@Injectable()
export class DeployedProxies {
  readonly #version: PreparedRead<{ version: number }>;
  readonly #slugs: PreparedRead<{ id: string; slug: string }>;
  readonly #deployed: PreparedRead<DeployedRow>;

  constructor(reads: PreparedReads) {
    this.#version = reads.prepare(VERSION);
    this.#slugs = reads.prepare(SLUGS);
    this.#deployed = reads.prepare(DEPLOYED);
  }

  /** Changes whenever the result of `all` changes. Cheap: every instance asks twice a second. */
  async version(): Promise<string> {
    const [[row], slugs] = await Promise.all([this.#version.all([]), this.#slugs.all([])]);
    return JSON.stringify([row?.version ?? 0, slugs.map(({ id, slug }) => [id, slug])]);
  }

  async all(): Promise<DeployedProxy[]> {
    const rows = await this.#deployed.all([]);
    return rows.map((row) => ({ ...row, snapshot: JSON.parse(row.snapshot) as RevisionSnapshot }));
  }
}
