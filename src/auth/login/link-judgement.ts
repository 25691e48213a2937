import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/transaction.js';
import { Roles } from '../../directory/roles/roles.service.js';
import type { BuiltInScope } from '../../shared/authz/scopes.js';
import { missingFrom } from '../../shared/authz/scopes.js';
import { mayLetIn } from '../../shared/authz/ways-in.js';
import { Sites } from '../../directory/sites/sites.service.js';
import { UserDirectory } from '../../directory/users/user-directory.service.js';
import type { OpenLink, UserRecord } from '../../directory/users/users.types.js';
import { LinkMakers } from '../../principals/link-makers.js';
import { Refusal, type RefusalReason } from '../../principals/refusal.js';

/** What its maker must still hold to vouch for a link, besides everything that its user holds. */
const TO_MAKE_LINKS: BuiltInScope = 'users:write';

/**
 * Whether a link may set a password now (contract §6). The link is judged as if it were made now: its maker may have been
 * removed, suspended or narrowed since, and its user may hold more.
 */
@Injectable()
export class LinkJudgement {
  constructor(
    private readonly sites: Sites,
    private readonly directory: UserDirectory,
    private readonly roles: Roles,
    private readonly makers: LinkMakers,
  ) {}

  /**
   * Why the link may not, for the audit log; null when it may. Locks until the commit, in the order of every change of a user
   * (admin/users/user-change.ts): the site, its users, the roles they hold. So nothing that was judged changes before the use.
   */
  async reasonAgainst(tx: Tx, link: OpenLink): Promise<string | null> {
    const site = await this.sites.lock(tx, link.siteId);
    const user = await this.directory.findForUpdate(tx, link.siteId, link.userId);
    if (user?.status !== 'active') return 'user_suspended';
    if (link.issuedWithKind === 'system') return null;
    // Otherwise any administrator could reset the owner's password, and hand the site over.
    if (site.ownerId === user.id) return 'site_owner';
    return this.#reasonAgainstMaker(tx, link, user);
  }

  async #reasonAgainstMaker(tx: Tx, link: OpenLink, user: UserRecord): Promise<string | null> {
    if (link.madeBy === null) return 'maker_unknown';
    const person = await this.directory.findForUpdate(tx, link.siteId, link.madeBy);
    if (person === null) return 'maker_removed';
    const roles = await this.roles.toGive(tx, link.siteId, [...user.roles, ...person.roles]);
    const maker = await this.makers.asOfNow(tx, link);
    if (maker instanceof Refusal) return reasonOf(maker.reason);
    if (maker.userId !== link.madeBy) return 'maker_transferred';
    const held = roles.filter(({ name }) => user.roles.includes(name)).flatMap(({ scopes }) => scopes);
    const isCovered = missingFrom(maker.scopes, [TO_MAKE_LINKS, ...held]).length === 0;
    return isCovered && mayLetIn(maker) ? null : 'maker_too_narrow';
  }
}

/** `maker_suspended`, `maker_revoked`: the same whether the maker was the owner of a token or a signed-in person. */
function reasonOf(reason: RefusalReason): string {
  return `maker_${reason.replace(/^owner_/, '')}`;
}
