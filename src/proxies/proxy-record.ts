import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { actorOf } from '../audit/audit.types.js';
import type { Tx } from '../database/transaction.js';
import type { Actor } from '../shared/authz/actor.js';
import type { Proxy } from './proxy.entity.js';

/** What the audit log keeps of proxies. */
@Injectable()
export class ProxyRecord {
  constructor(private readonly audit: Audit) {}

  async write(tx: Tx, actor: Actor, action: string, proxy: Proxy, details: object): Promise<void> {
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
