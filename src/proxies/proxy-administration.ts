import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Projects } from '../projects/projects.service.js';
import type { Actor } from '../shared/authz/actor.js';
import type { ProxyDefinition } from './proxies.types.js';
import { proxyNotFound } from './proxies.errors.js';
import { ProxyRecord } from './proxy-record.js';
import { ProxyWriting } from './proxy-writing.js';
import type { Proxy } from './proxy.entity.js';
import { type ProxyPatch, ProxyRepository } from './proxy.repository.js';

/** Creating, changing and deleting proxies. None of it touches what is deployed. */
@Injectable()
export class ProxyAdministration {
  constructor(
    private readonly proxies: ProxyRepository,
    private readonly projects: Projects,
    private readonly writing: ProxyWriting,
    private readonly unitOfWork: UnitOfWork,
    private readonly record: ProxyRecord,
  ) {}

  async create(actor: Actor, accountId: string, projectId: string, definition: ProxyDefinition): Promise<Proxy> {
    const scope = { siteId: actor.principal.siteId, accountId };
    return this.unitOfWork.run(async (tx) => {
      await this.projects.lock(tx, scope, projectId);
      const proxy = await this.writing.insert(tx, { ...scope, projectId }, definition);
      await this.record.write(tx, actor, 'proxy.created', proxy, { projectId, ...definition });
      return proxy;
    });
  }

  /** One that changes nothing is no error and leaves no trace. */
  async replace(actor: Actor, accountId: string, id: string, definition: ProxyDefinition): Promise<Proxy> {
    return this.unitOfWork.run(async (tx) => {
      const proxy = await this.#locked(tx, actor, accountId, id);
      const patch = await this.writing.update(tx, proxy, definition);
      if (patch === null) return proxy;
      await this.record.write(tx, actor, 'proxy.updated', proxy, changesOf(patch));
      return Object.assign(proxy, patch);
    });
  }

  async delete(actor: Actor, accountId: string, id: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const proxy = await this.#locked(tx, actor, accountId, id);
      await this.proxies.delete(tx, proxy);
      await this.record.write(tx, actor, 'proxy.deleted', proxy, { path: proxy.path });
    });
  }

  async #locked(tx: Tx, { principal }: Actor, accountId: string, id: string): Promise<Proxy> {
    const proxy = await this.proxies.byIdForUpdate(tx, { siteId: principal.siteId, accountId }, id);
    if (proxy === null) throw proxyNotFound();
    return proxy;
  }
}

function changesOf({ updatedAt: _, settings, ...changes }: ProxyPatch): object {
  return { ...changes, ...settings };
}
