import { Injectable } from '@nestjs/common';
import type { Page } from '../../../platform/database/page.js';
import type { AccountScope } from '../../projects/projects.types.js';
import { revisionNotFound } from '../proxies.errors.js';
import { ProxyListing } from '../administration/proxy-listing.js';
import { definitionOf, proxyTag } from '../administration/proxy-definition.js';
import type { ProxyRevision } from './proxy-revision.entity.js';
import type { Proxy } from '../proxy.entity.js';
import { type Difference, differencesOf } from './revision-difference.js';
import { RevisionRepository } from './revision.repository.js';
import { ServedRevisions } from './served-revisions.js';

export interface PendingChanges {
  /** The number of the revision that is served; null when none is, so there is nothing to compare with. */
  readonly against: number | null;
  readonly changes: readonly Difference[];
  /** The ETag of the proxy as it is edited now. */
  readonly etag: string;
}

const NUMBER = /^[1-9]\d{0,8}$/;

/** Reads revisions. */
@Injectable()
export class RevisionListing {
  constructor(
    private readonly proxies: ProxyListing,
    private readonly revisions: RevisionRepository,
    private readonly served: ServedRevisions,
  ) {}

  async page(scope: AccountScope, proxyId: string, request: { limit: number; cursor?: string }) {
    const proxy = await this.proxies.read(scope, proxyId);
    const page: Page<ProxyRevision> = await this.revisions.page(scope.siteId, proxyId, request);
    return { proxy, page };
  }

  /** What deploying the proxy as it is edited now would change; there is nothing to compare with when no revision is served. */
  async pending(scope: AccountScope, proxyId: string): Promise<PendingChanges> {
    const proxy = await this.proxies.read(scope, proxyId);
    const served = await this.served.ofOne(proxy);
    const changes = served === null ? [] : differencesOf(served.snapshot.definition, definitionOf(proxy));
    return { against: served?.number ?? null, changes, etag: proxyTag(proxy) };
  }

  /** The difference from one revision to the other. @throws proxyNotFound, revisionNotFound */
  async difference(
    scope: AccountScope,
    proxyId: string,
    { from, to }: { from: number; to: string },
  ): Promise<Difference[]> {
    const proxy = await this.proxies.read(scope, proxyId);
    const [before, after] = [await this.#revision(proxy, String(from)), await this.#revision(proxy, to)];
    return differencesOf(before.snapshot.definition, after.snapshot.definition);
  }

  /** A text that can't be a number names no revision. */
  async #revision({ siteId, id }: Proxy, number: string): Promise<ProxyRevision> {
    const revision = NUMBER.test(number) ? await this.revisions.byNumber(siteId, id, Number(number)) : null;
    if (revision === null) throw revisionNotFound();
    return revision;
  }
}
