import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { type AuditAction, actorOf } from '../audit/audit.types.js';
import type { Tx } from '../database/transaction.js';
import type { AccountScope } from '../projects/projects.types.js';
import type { Actor } from '../shared/authz/actor.js';
import { proxyNotFound } from './proxies.errors.js';
import type { Proxy } from './proxy.entity.js';
import { ProxyRepository } from './proxy.repository.js';

/** How every change of a proxy begins and ends: with its row locked, and with a row in the audit log. */
@Injectable()
export class ProxyRows {
  constructor(
    private readonly proxies: ProxyRepository,
    private readonly audit: Audit,
  ) {}

  /** @throws proxyNotFound, for one of another account too */
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
