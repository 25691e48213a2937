import { Injectable } from '@nestjs/common';
import type { ProxyRevision } from './proxy-revision.entity.js';
import type { Proxy } from '../proxy.entity.js';
import { RevisionRepository } from './revision.repository.js';

/** The revision that each of some proxies of a site serves; proxies that serve none are left out. */
@Injectable()
export class ServedRevisions {
  constructor(private readonly revisions: RevisionRepository) {}

  async of(proxies: readonly Proxy[]): Promise<ReadonlyMap<string, ProxyRevision>> {
    const [first] = proxies;
    if (first === undefined) return new Map();
    const revisions = await this.revisions.served(first.siteId, proxies);
    return new Map(revisions.map((revision) => [revision.proxyId, revision]));
  }

  async ofOne(proxy: Proxy): Promise<ProxyRevision | null> {
    return (await this.of([proxy])).get(proxy.id) ?? null;
  }
}
