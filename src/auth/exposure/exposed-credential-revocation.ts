import { Injectable } from '@nestjs/common';
import { ClientSecrets } from '../../applications/client-secrets.service.js';
import type { AuditActor } from '../../platform/audit/audit.types.js';
import type { Tx } from '../../platform/database/transaction.js';
import { Sessions } from '../../directory/sessions/sessions.service.js';
import type { Descendants } from '../../shared/authz/descendants.response.js';
import { Lineage } from '../../tokens/lineage.service.js';
import { TokenRevocation } from '../../tokens/token-revocation.service.js';
import { DeveloperSecrets } from '../../directory/users/developer-secrets.service.js';
import { ExposedInvitations } from '../../directory/users/exposed-invitations.js';
import type { ExposedCredential } from './exposed-credential-lookup.js';

/** Where strangers may have read a credential. Also the recorded reason for revoking a token and ending a session. */
export type Exposure = 'sent_in_plaintext' | 'leaked';

export interface EndedExposure {
  readonly descendants: Descendants;
  /** The token lives on: only an old value of it ended, one that had been rotated away. */
  readonly superseded: boolean;
}

const NONE: Descendants = { tokens: 0, clientSecrets: 0 };

/**
 * The one place where an exposed credential is ended, whatever its kind, with everything that its value made (contract §9,
 * "Lineage").
 */
@Injectable()
export class ExposedCredentialRevocation {
  constructor(
    private readonly tokens: TokenRevocation,
    private readonly clientSecrets: ClientSecrets,
    private readonly developerSecrets: DeveloperSecrets,
    private readonly sessions: Sessions,
    private readonly invitations: ExposedInvitations,
    private readonly lineage: Lineage,
  ) {}

  /** Returns what ended, or null when it was no longer live. */
  async end(tx: Tx, exposed: ExposedCredential, exposure: Exposure, actor: AuditActor): Promise<EndedExposure | null> {
    const { siteId, lineageKey } = exposed;
    const ended = await this.#endItself(tx, exposed, exposure);
    if (ended === false || ended === null) return null;
    const roots = lineageKey === null ? null : { siteId, keys: [lineageKey], ownerId: null };
    const descendants = roots === null ? NONE : await this.lineage.end(tx, roots, actor);
    return { descendants, superseded: ended === 'superseded value' };
  }

  async #endItself(
    tx: Tx,
    exposed: ExposedCredential,
    exposure: Exposure,
  ): Promise<boolean | 'token' | 'superseded value' | null> {
    const { type, siteId, id, userId, lineageKey } = exposed;
    switch (type) {
      case 'token':
        return this.tokens.value(tx, siteId, { id, lineageKey: lineageKey ?? id }, exposure);
      case 'client_secret':
        return (await this.clientSecrets.end(tx, siteId, id)) > 0;
      case 'developer_secret':
        return (await this.developerSecrets.end(tx, siteId, userId)) > 0;
      case 'session':
        return this.sessions.endExposed(tx, { siteId, userId, id }, exposure);
      case 'invitation':
        return this.invitations.withdraw(tx, siteId, id);
    }
  }
}
