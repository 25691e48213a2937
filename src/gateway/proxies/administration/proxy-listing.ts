import { Injectable } from '@nestjs/common';
import type { Page } from '../../../platform/database/page.js';
import { Projects } from '../../projects/projects.service.js';
import type { AccountScope } from '../../projects/projects.types.js';
import { proxyNotFound } from '../proxies.errors.js';
import type { Proxy } from '../proxy.entity.js';
import { ProxyRepository, type ProxySearch } from '../proxy.repository.js';

/** Reads proxies. */
@Injectable()
export class ProxyListing {
  constructor(
    private readonly proxies: ProxyRepository,
    private readonly projects: Projects,
  ) {}

  async page(scope: AccountScope, projectId: string, search: ProxySearch): Promise<Page<Proxy>> {
    await this.projects.read(scope, projectId);
    return this.proxies.page(scope.siteId, projectId, search);
  }

  /** @throws proxyNotFound, also for a proxy of another account */
  async read(scope: AccountScope, id: string): Promise<Proxy> {
    const proxy = await this.proxies.byId(scope, id);
    if (proxy === null) throw proxyNotFound();
    return proxy;
  }
}
