import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.service.js';
import { actorOf } from '../../platform/audit/audit.types.js';
import { Makers } from '../../platform/database/makers.js';
import { Notifications } from '../../platform/notifications/notifications.service.js';
import type { Actor } from '../../shared/authz/actor.js';
import { TokenRevocation } from '../../tokens/token-revocation.service.js';
import { TokenOwnership } from '../../tokens/token-ownership.js';
import { tokenNotFound } from '../../tokens/tokens.errors.js';
import type { Tx } from '../../platform/database/transaction.js';
import type { Principal } from '../../shared/authz/principal.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import type { Descendants, Ended } from '../../shared/authz/descendants.response.js';
import { Lineage, type LineageRoots } from '../../tokens/lineage.service.js';
import type { TokenRecord } from '../../tokens/tokens.types.js';

const REASON = 'revoked_by_administrator';

/** Ends any token of the site, and tells its owner. */
@Injectable()
export class RevokeToken {
  constructor(
    private readonly tokens: TokenOwnership,
    private readonly revocation: TokenRevocation,
    private readonly lineage: Lineage,
    private readonly notifications: Notifications,
    private readonly makers: Makers,
    private readonly audit: Audit,
  ) {}

  /** Revoking a token that has already ended changes nothing and is no error. @throws tokenNotFound */
  async revoke(actor: Actor, id: string, withDescendants: boolean): Promise<Ended> {
    return this.makers.run(actor.principal, async (tx, { siteId }) => {
      const token = await this.#find(tx, siteId, id);
      const itself = await this.revocation.one(tx, siteId, id, REASON); // first, so that the search finds its latest children
      const roots = withDescendants ? await this.#roots(tx, token) : null;
      const descendants = roots && (await this.lineage.end(tx, roots, actorOf(actor)));
      if (itself > 0) await this.#record(tx, actor, token, descendants);
      return { itself, descendants };
    });
  }

  /** What the token made, directly or through others, of the same owner. @throws tokenNotFound */
  async countDescendants(principal: Principal, id: string): Promise<Descendants> {
    return this.makers.run(principal, async (tx, { siteId }) =>
      this.lineage.count(tx, await this.#roots(tx, await this.#find(tx, siteId, id))),
    );
  }

  async #find(tx: Tx, siteId: SiteId, id: string): Promise<TokenRecord> {
    const [token] = await this.tokens.byIds(tx, siteId, [id]);
    if (token === undefined) throw tokenNotFound();
    return token;
  }

  async #roots(tx: Tx, { siteId, id, ownerId }: TokenRecord): Promise<LineageRoots> {
    return { siteId, ownerId, keys: await this.lineage.ofToken(tx, siteId, id) };
  }

  async #record(tx: Tx, actor: Actor, token: TokenRecord, descendants: Descendants | null): Promise<void> {
    const { siteId, userId } = actor.principal;
    const { id, name, last4, ownerId } = token;
    await this.audit.record(tx, {
      siteId,
      action: 'token.revoked',
      outcome: 'success',
      actor: actorOf(actor),
      subject: { type: 'token', id, name },
      details: { reason: REASON, last4, ownerId, ...(descendants && { descendants }) },
    });
    if (ownerId === userId) return;
    const news = { kind: 'token.revoked', subject: { type: 'token', id }, details: { name, last4, reason: REASON } };
    await this.notifications.tell(tx, { siteId, userId: ownerId, ...news });
  }
}
