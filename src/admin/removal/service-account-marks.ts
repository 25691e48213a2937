import { Injectable } from '@nestjs/common';
import { ApplicationOwnership } from '../../applications/application-ownership.js';
import { Audit } from '../../platform/audit/audit.service.js';
import type { AuditActor } from '../../platform/audit/audit.types.js';
import type { Tx } from '../../platform/database/transaction.js';
import { TokenOwnership } from '../../tokens/token-ownership.js';
import { UserDirectory } from '../../directory/users/user-directory.service.js';
import type { UserRecord } from '../../directory/users/users.types.js';

/** A token or an application of a service account whose value an administrator knows. */
export interface MadeForServiceAccount {
  readonly type: 'token' | 'application';
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly username: string;
}

export interface MarkedCounts {
  readonly tokens: number;
  readonly applications: number;
}

const PREVIEWED = 200;
/** More than an administrator makes by hand; the number of ids in one event of the audit log. */
const MOST_NAMED = 1_000;

/**
 * What a leaver has made for service accounts. It stays with them and is marked as inherited, because the maker of a value may
 * have kept a copy (contract §5).
 */
@Injectable()
export class ServiceAccountMarks {
  constructor(
    private readonly tokens: TokenOwnership,
    private readonly applications: ApplicationOwnership,
    private readonly directory: UserDirectory,
    private readonly audit: Audit,
  ) {}

  async preview(tx: Tx, { siteId, id }: UserRecord): Promise<MadeForServiceAccount[]> {
    const applications = await this.applications.madeBy(tx, siteId, id, PREVIEWED);
    const tokens = await this.tokens.madeBy(tx, siteId, id, PREVIEWED);
    const usernames = await this.directory.usernames(
      siteId,
      [...applications, ...tokens].map(({ ownerId }) => ownerId),
    );
    const named = (
      type: MadeForServiceAccount['type'],
      items: readonly Omit<MadeForServiceAccount, 'type' | 'username'>[],
    ) => items.map(({ id, name, ownerId }) => ({ type, id, name, ownerId, username: usernames.get(ownerId) ?? '' }));
    return [...named('application', applications), ...named('token', tokens)];
  }

  async mark(tx: Tx, author: AuditActor, leaver: UserRecord): Promise<MarkedCounts> {
    return {
      applications: await this.#mark(tx, author, leaver, 'application', this.applications),
      tokens: await this.#mark(tx, author, leaver, 'token', this.tokens),
    };
  }

  async #mark(
    tx: Tx,
    author: AuditActor,
    { siteId, id, username }: UserRecord,
    type: 'token' | 'application',
    source: ApplicationOwnership | TokenOwnership,
  ): Promise<number> {
    // Whatever made a credential meanwhile held its own row until it committed: only a round that finds none proves that there is
    // none.
    let count = 0;
    for (let marked; (marked = await source.markMadeBy(tx, siteId, id)) > 0;) count += marked;
    if (count === 0) return 0;
    const ids = (await source.madeBy(tx, siteId, id, MOST_NAMED)).map((each) => each.id);
    await this.audit.record(tx, {
      siteId,
      action: `${type}s.marked` as const,
      outcome: 'success',
      actor: author,
      subject: { type: 'user', id, name: username },
      details: { [`${type}Ids`]: ids, count },
    });
    return count;
  }
}
