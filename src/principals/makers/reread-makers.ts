import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { PreparedReads } from '../../platform/database/prepared-reads.js';
import type { Tx } from '../../platform/database/transaction.js';
import type { Principal, StandingPrincipal } from '../../shared/authz/principal.js';
import { inheritedCredential, supersededCredential } from '../../shared/authz/authority.errors.js';
import { Clock } from '../../shared/clock/clock.js';
import { Makers } from '../../platform/database/makers.js';
import { invalidToken } from '../principals.errors.js';
import { principalOfRow } from '../row/principal-of-row.js';
import { type Answer, clientSecrets, developerSecrets, folded, PERSON, sessions, tokens } from '../principal.query.js';
import { beforeItsEnd, NO_TOKEN, type PrincipalRow } from '../row/principal-row.js';
import { Refusal } from '../refusal.js';

interface Reread {
  /** The row whose change would end or narrow the credential, by its id. */
  readonly lock: string;
  readonly read: string;
}

const TOKEN: Reread = { lock: 'SELECT id FROM tokens WHERE id = ?', read: tokens('?') };
const CLIENT_SECRET: Reread = { lock: 'SELECT id FROM client_secrets WHERE id = ?', read: clientSecrets('?') };
const DEVELOPER_SECRET: Reread = {
  lock: 'SELECT user_id FROM developer_secrets WHERE user_id = ?',
  read: developerSecrets('?'),
};
const SESSION: Reread = { lock: 'SELECT id FROM sessions WHERE id = ?', read: sessions('?') };

/**
 * Reads principals again. The row is locked before the read, so the read finds its current state: a request that ends the
 * credential either waits for the commit and meets what was made, or has already committed and is seen. The order is always a
 * user, then an application, then its credentials, so that two of these don't wait for each other.
 */
@Injectable()
export class RereadMakers extends Makers {
  readonly #locking: string;

  constructor(
    unitOfWork: UnitOfWork,
    private readonly reads: PreparedReads,
    private readonly clock: Clock,
    { dialect }: Database,
  ) {
    super(unitOfWork);
    // SQLite has one writer at a time
    this.#locking = dialect === 'mysql' ? ' FOR UPDATE' : '';
  }

  override async again(tx: Tx, principal: Principal): Promise<StandingPrincipal> {
    const { userId, credential } = principal;
    const reread = rereadOf(principal);
    await this.#lock(tx, 'SELECT id FROM users WHERE id = ?', userId);
    if (credential.applicationId !== null)
      await this.#lock(tx, 'SELECT id FROM applications WHERE id = ?', credential.applicationId);
    if (reread !== null) await this.#lock(tx, reread.lock, credential.id);
    const row = await this.#read(tx, reread?.read ?? PERSON, reread === null ? userId : credential.key);
    if (row === undefined) throw invalidToken();
    const { repeats } = credential;
    const asked = repeats === undefined ? row : beforeItsEnd(row, repeats);
    const standing = principalOfRow(asked, this.clock.now().getTime());
    if (standing instanceof Refusal) throw invalidToken();
    requireSame(principal, standing);
    return standing as StandingPrincipal;
  }

  async #lock(tx: Tx, sql: string, id: string): Promise<void> {
    if (this.#locking !== '') await this.reads.within(tx, sql + this.#locking, [id]);
  }

  async #read(tx: Tx, sql: string, key: string): Promise<PrincipalRow | undefined> {
    const [row] = folded<PrincipalRow>(await this.reads.within<Answer>(tx, sql, [key])).values();
    return row && { ...NO_TOKEN, ...row };
  }
}

/** Null for a person who has just proved their password: there is no credential yet. */
function rereadOf({ credential: { kind, key, applicationId } }: Principal): Reread | null {
  switch (kind) {
    case 'personal':
    case 'application':
      return TOKEN;
    case 'secret':
      return applicationId === null ? DEVELOPER_SECRET : CLIENT_SECRET;
    case 'session':
      return key === '' ? null : SESSION;
  }
}

/**
 * A value that was rotated away or handed over after its call was let in is refused, as if the call had come later. A client
 * secret that changed hands still fetches tokens, with the mark.
 * @throws supersededCredential, inheritedCredential
 */
function requireSame(letIn: Principal, { credential }: Principal): void {
  if (credential.kind === 'secret') return;
  if (credential.superseded && !letIn.credential.superseded) throw supersededCredential();
  if (credential.inherited !== null && letIn.credential.inherited === null) throw inheritedCredential();
}
