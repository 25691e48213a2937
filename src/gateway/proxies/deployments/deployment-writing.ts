import { Injectable } from '@nestjs/common';
import { Connections } from '../../connections/connections.service.js';
import { isDuplicateKey } from '../../../platform/database/database-failures.js';
import type { Tx } from '../../../platform/database/transaction.js';
import { DeploymentVersion } from '../deployment-version.js';
import { connectionGone, pathServed } from '../proxies.errors.js';
import { UNDEPLOYED } from '../administration/proxy-factory.js';
import type { ProxyRevision } from './proxy-revision.entity.js';
import type { Proxy } from '../proxy.entity.js';
import { ProxyRepository } from '../proxy.repository.js';

/** Writes which revision of a proxy is served, if any. */
@Injectable()
export class DeploymentWriting {
  constructor(
    private readonly proxies: ProxyRepository,
    private readonly connections: Connections,
    private readonly version: DeploymentVersion,
  ) {}

  /** @throws connectionGone, pathServed */
  async serve(tx: Tx, proxy: Proxy, { number, snapshot }: ProxyRevision): Promise<Proxy> {
    const { path, connectionId } = snapshot.definition;
    if (!(await this.connections.held(tx, proxy.siteId, connectionId))) throw connectionGone();
    const patch = { deployedRevision: number, deployedPath: path, deployedConnectionId: connectionId };
    try {
      await this.proxies.update(tx, proxy, patch);
    } catch (error) {
      if (isDuplicateKey(error)) throw pathServed();
      throw error;
    }
    await this.version.write(tx); // from here on nobody else deploys until the commit
    await this.#requireNoNesting(tx, proxy, path);
    return { ...proxy, ...patch };
  }

  /** The longest matching path serves a request: a proxy deployed below another account's path would take its callers. */
  async #requireNoNesting(tx: Tx, proxy: Proxy, path: string): Promise<void> {
    const other = await this.proxies.nestedOfOthers(tx, proxy, path);
    if (other !== null)
      throw pathServed({
        detail: `A proxy of another account is deployed at ${other.deployedPath ?? ''}, and neither path may contain the other`,
      });
  }

  async serveNothing(tx: Tx, proxy: Proxy): Promise<Proxy> {
    await this.proxies.update(tx, proxy, UNDEPLOYED);
    await this.version.write(tx);
    return { ...proxy, ...UNDEPLOYED };
  }
}
