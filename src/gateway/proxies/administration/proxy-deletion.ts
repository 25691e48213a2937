import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/transaction.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../shared/authz/actor.js';
import { BUILT_IN_ROLES } from '../../../shared/authz/built-in-roles.js';
import type { Principal } from '../../../shared/authz/principal.js';
import { insufficientScope, insufficientScopeChallenge } from '../../../shared/authz/scope.errors.js';
import { DeploymentVersion } from '../deployment-version.js';
import { ProxyRows } from './proxy-rows.js';
import type { Proxy } from '../proxy.entity.js';
import { ProxyRepository } from '../proxy.repository.js';
import { RevisionRepository } from '../deployments/revision.repository.js';

const NEEDED = 'proxies:deploy';

/** Deletes proxies, with all their revisions. */
@Injectable()
export class ProxyDeletion {
  constructor(
    private readonly rows: ProxyRows,
    private readonly proxies: ProxyRepository,
    private readonly revisions: RevisionRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly version: DeploymentVersion,
  ) {}

  /** Deleting a deployed proxy undeploys it, and so needs that right too. */
  async delete(actor: Actor, accountId: string, id: string): Promise<void> {
    const { principal } = actor;
    await this.unitOfWork.run(async (tx) => {
      const proxy = await this.rows.lock(tx, { siteId: principal.siteId, accountId }, id);
      if (proxy.deployedRevision !== null) await this.#undeploy(tx, principal);
      await this.revisions.deleteOf(tx, proxy);
      await this.proxies.delete(tx, proxy);
      await this.rows.record(tx, actor, 'proxy.deleted', proxy, detailsOf(proxy));
    });
    await this.version.tell();
  }

  async #undeploy(tx: Tx, principal: Principal): Promise<void> {
    if (!principal.scopes.includes(NEEDED)) {
      const roles = BUILT_IN_ROLES.filter(({ scopes }) => scopes.includes(NEEDED)).map(({ name }) => name);
      throw insufficientScope({
        detail: `The proxy is deployed: deleting it needs the scope ${NEEDED} too, which these roles grant: ${roles.join(' ')}`,
        challenge: insufficientScopeChallenge(['proxies:write', NEEDED]),
        extensions: { scope: NEEDED, roles },
      });
    }
    await this.version.write(tx);
  }
}

function detailsOf({ path, deployedRevision }: Proxy): object {
  return deployedRevision === null ? { path } : { path, undeployed: deployedRevision };
}
