import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Projects } from '../../projects/projects.service.js';
import type { Actor } from '../../../shared/authz/actor.js';
import { requireMatch } from '../../../shared/protocol/entity-tag.js';
import type { ProxyDefinition } from '../proxies.types.js';
import { proxyTag } from './proxy-definition.js';
import { ProxyRows } from './proxy-rows.js';
import { ProxyWriting } from './proxy-writing.js';
import type { Proxy } from '../proxy.entity.js';
import type { ProxyPatch } from '../proxy.repository.js';

/** Creates and changes proxies. Nothing here touches what is deployed. */
@Injectable()
export class ProxyAdministration {
  constructor(
    private readonly projects: Projects,
    private readonly rows: ProxyRows,
    private readonly writing: ProxyWriting,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async create(actor: Actor, accountId: string, projectId: string, definition: ProxyDefinition): Promise<Proxy> {
    const scope = { siteId: actor.principal.siteId, accountId };
    return this.unitOfWork.run(async (tx) => {
      await this.projects.lock(tx, scope, projectId);
      const proxy = await this.writing.insert(tx, { ...scope, projectId }, definition);
      await this.rows.record(tx, actor, 'proxy.created', proxy, { projectId, ...definition });
      return proxy;
    });
  }

  /** A change that changes nothing is no error and leaves no trace. */
  async replace(
    actor: Actor,
    accountId: string,
    id: string,
    definition: ProxyDefinition,
    ifMatch?: string,
  ): Promise<Proxy> {
    return this.unitOfWork.run(async (tx) => {
      const proxy = await this.rows.lock(tx, { siteId: actor.principal.siteId, accountId }, id);
      requireMatch(ifMatch, proxyTag(proxy));
      const patch = await this.writing.update(tx, proxy, definition);
      if (patch === null) return proxy;
      await this.rows.record(tx, actor, 'proxy.updated', proxy, changesOf(patch));
      return Object.assign(proxy, patch);
    });
  }
}

function changesOf({ updatedAt: _, settings, ...changes }: ProxyPatch): object {
  return { ...changes, ...settings };
}
