import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/transaction.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../shared/authz/actor.js';
import { requireMatch } from '../../../shared/protocol/entity-tag.js';
import { DeploymentVersion } from '../deployment-version.js';
import { DeploymentWriting } from './deployment-writing.js';
import { revisionNotFound } from '../proxies.errors.js';
import { definitionOf, proxyTag } from '../administration/proxy-definition.js';
import type { ProxyRevision } from './proxy-revision.entity.js';
import { ProxyRows } from '../administration/proxy-rows.js';
import type { Proxy } from '../proxy.entity.js';
import { RevisionRepository } from './revision.repository.js';
import { snapshotOf } from '../rules/route-compiler.js';

export interface Deployment {
  readonly proxy: Proxy;
  readonly revision: ProxyRevision;
}

export interface WantedDeployment {
  readonly accountId: string;
  readonly id: string;
  /** The number of an older revision. */
  readonly number: number | undefined;
  /** The version of the proxy that the caller looked at. */
  readonly ifMatch: string | undefined;
}

/** Deploys and undeploys. From the commit on this instance serves what was deployed; the others do within a second. */
@Injectable()
export class ProxyDeployment {
  readonly #telling = { afterCommit: () => this.version.tell() };

  constructor(
    private readonly rows: ProxyRows,
    private readonly revisions: RevisionRepository,
    private readonly writing: DeploymentWriting,
    private readonly unitOfWork: UnitOfWork,
    private readonly version: DeploymentVersion,
  ) {}

  /** The proxy as it is edited now, as a new revision; or an older revision again. @throws editConflict */
  async deploy(actor: Actor, { accountId, id, number, ifMatch }: WantedDeployment): Promise<Deployment> {
    const work = async (tx: Tx) => {
      const proxy = await this.rows.lock(tx, { siteId: actor.principal.siteId, accountId }, id);
      requireMatch(ifMatch, proxyTag(proxy));
      const revision = await this.#revision(tx, actor, proxy, number);
      const served = await this.writing.serve(tx, proxy, revision);
      const details = { revision: revision.number, before: proxy.deployedRevision, path: served.deployedPath };
      await this.rows.record(tx, actor, 'proxy.deployed', proxy, details);
      return { proxy: served, revision };
    };
    return this.unitOfWork.run(work, this.#telling);
  }

  /** Undeploying a proxy that is not deployed is no error and leaves no trace. */
  async undeploy(actor: Actor, accountId: string, id: string): Promise<Proxy> {
    const work = async (tx: Tx) => {
      const proxy = await this.rows.lock(tx, { siteId: actor.principal.siteId, accountId }, id);
      if (proxy.deployedRevision === null) return proxy;
      const served = await this.writing.serveNothing(tx, proxy);
      const details = { revision: proxy.deployedRevision, path: proxy.deployedPath };
      await this.rows.record(tx, actor, 'proxy.undeployed', proxy, details);
      return served;
    };
    return this.unitOfWork.run(work, this.#telling);
  }

  async #revision(tx: Tx, actor: Actor, proxy: Proxy, number: number | undefined): Promise<ProxyRevision> {
    if (number === undefined)
      return this.revisions.append(tx, proxy, snapshotOf(definitionOf(proxy)), actor.principal.userId);
    const revision = await this.revisions.byNumber(proxy.siteId, proxy.id, number, tx);
    if (revision === null) throw revisionNotFound();
    return revision;
  }
}
