import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Actor } from '../shared/authz/actor.js';
import { requireMatch } from '../shared/protocol/entity-tag.js';
import { DeploymentNews } from './deployment-news.js';
import { DeploymentWriting } from './deployment-writing.js';
import { revisionNotFound } from './proxies.errors.js';
import { definitionOf, proxyTag } from './proxy-definition.js';
import type { ProxyRevision } from './proxy-revision.entity.js';
import { ProxyRows } from './proxy-rows.js';
import type { Proxy } from './proxy.entity.js';
import { RevisionRepository } from './revision.repository.js';
import { snapshotOf } from './route-compiler.js';

export interface Deployment {
  readonly proxy: Proxy;
  readonly revision: ProxyRevision;
}

export interface WantedDeployment {
  readonly accountId: string;
  readonly id: string;
  /** Of an older revision. */
  readonly number: number | undefined;
  /** The version of the proxy that was looked at. */
  readonly ifMatch: string | undefined;
}

/** Deploying and undeploying. From the commit on this instance serves what was deployed, and the others within a second. */
@Injectable()
export class ProxyDeployment {
  constructor(
    private readonly rows: ProxyRows,
    private readonly revisions: RevisionRepository,
    private readonly writing: DeploymentWriting,
    private readonly unitOfWork: UnitOfWork,
    private readonly news: DeploymentNews,
  ) {}

  /** The proxy as it is edited now, as a new revision; or an older revision again. @throws editConflict */
  async deploy(actor: Actor, { accountId, id, number, ifMatch }: WantedDeployment): Promise<Deployment> {
    const deployment = await this.unitOfWork.run(async (tx) => {
      const proxy = await this.rows.lock(tx, { siteId: actor.principal.siteId, accountId }, id);
      requireMatch(ifMatch, proxyTag(proxy));
      const revision = await this.#revision(tx, actor, proxy, number);
      const served = await this.writing.serve(tx, proxy, revision);
      const details = { revision: revision.number, before: proxy.deployedRevision, path: served.deployedPath };
      await this.rows.record(tx, actor, 'proxy.deployed', proxy, details);
      return { proxy: served, revision };
    });
    await this.news.tell();
    return deployment;
  }

  /** One that is not deployed is no error and leaves no trace. */
  async undeploy(actor: Actor, accountId: string, id: string): Promise<Proxy> {
    const undeployed = await this.unitOfWork.run(async (tx) => {
      const proxy = await this.rows.lock(tx, { siteId: actor.principal.siteId, accountId }, id);
      if (proxy.deployedRevision === null) return proxy;
      const served = await this.writing.serveNothing(tx, proxy);
      const details = { revision: proxy.deployedRevision, path: proxy.deployedPath };
      await this.rows.record(tx, actor, 'proxy.undeployed', proxy, details);
      return served;
    });
    await this.news.tell();
    return undeployed;
  }

  async #revision(tx: Tx, actor: Actor, proxy: Proxy, number: number | undefined): Promise<ProxyRevision> {
    if (number === undefined)
      return this.revisions.append(tx, proxy, snapshotOf(definitionOf(proxy)), actor.principal.userId);
    const revision = await this.revisions.byNumber(proxy.siteId, proxy.id, number, tx);
    if (revision === null) throw revisionNotFound();
    return revision;
  }
}
