import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit.service.js';
import { type AuditAction, actorOf } from '../../../platform/audit/audit.types.js';
import type { Tx } from '../../../platform/database/transaction.js';
import type { AccountScope } from '../../projects/projects.types.js';
import type { Actor } from '../../../shared/authz/actor.js';
import { proxyNotFound } from '../proxies.errors.js';
import type { Proxy } from '../proxy.entity.js';
import { ProxyRepository } from '../proxy.repository.js';

/** The start and the end of every change of a proxy: locking its row, and writing a row to the audit log. */
@Injectable()
export class ProxyRows {
  constructor(
    private readonly proxies: ProxyRepository,
    private readonly audit: Audit,
  ) {}

  /** @throws proxyNotFound, also for a proxy of another account */
  async lock(tx: Tx, scope: AccountScope, id: string): Promise<Proxy> {
    const proxy = await this.proxies.byIdForUpdate(tx, scope, id);
    if (proxy === null) throw proxyNotFound();
    return proxy;
  }

  async record(tx: Tx, actor: Actor, action: AuditAction, proxy: Proxy, details: object): Promise<void> {
    await this.audit.record(tx, {
      siteId: proxy.siteId,
      action,
      outcome: 'success',
      actor: actorOf(actor),
      subject: { type: 'proxy', id: proxy.id, name: proxy.name },
      details: { ...details },
    });
  }
}
