import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction.js';
import { ProjectContents } from '../projects/projects.types.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { ProxyRepository } from './proxy.repository.js';

/** What is in a project: its proxies. */
@Injectable()
export class ProjectProxies extends ProjectContents {
  constructor(private readonly proxies: ProxyRepository) {
    super();
  }

  async namesIn(tx: Tx, siteId: SiteId, projectId: string, limit: number): Promise<string[]> {
    return (await this.proxies.first(tx, siteId, { projectId }, limit)).map(({ name }) => name);
  }
}
