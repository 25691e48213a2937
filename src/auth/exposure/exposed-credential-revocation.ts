import { Injectable } from '@nestjs/common';
import { ClientSecrets } from '../../applications/client-secrets.service.js';
import type { Tx } from '../../database/transaction.js';
import { CredentialFormat } from '../../shared/crypto/credential-format.js';
import { TokenRevocation } from '../../tokens/token-revocation.service.js';
import { DeveloperSecrets } from '../../users/developer-secrets.service.js';
import { CredentialCheck } from '../credential-check.service.js';
import { type RefusedCredential, undeadCredential } from '../refusal.js';

/** Where strangers may have read a credential; also the reason that a token is revoked with. */
export type Exposure = 'sent_in_plaintext' | 'leaked';

export interface ExposedCredential extends RefusedCredential {
  readonly type: 'token' | 'client_secret' | 'developer_secret';
}

/** Recognises exposed credentials that could still be used, and ends them. */
@Injectable()
export class ExposedCredentialRevocation {
  constructor(
    private readonly check: CredentialCheck,
    private readonly format: CredentialFormat,
    private readonly tokens: TokenRevocation,
    private readonly clientSecrets: ClientSecrets,
    private readonly developerSecrets: DeveloperSecrets,
  ) {}

  /** One that is only held up, by a suspended owner say, comes back with them: it is to be revoked too. */
  async identify(value: string): Promise<ExposedCredential | null> {
    const isSecret = this.format.kindOf(value) === 'sec';
    const credential = undeadCredential(isSecret ? await this.check.secret(value) : await this.check.token(value));
    if (credential === null) return null;
    if (!isSecret) return { ...credential, type: 'token' };
    return { ...credential, type: credential.applicationId === null ? 'developer_secret' : 'client_secret' };
  }

  /** Answers whether it was live until now. */
  async revoke(tx: Tx, { type, siteId, id, userId }: ExposedCredential, exposure: Exposure): Promise<boolean> {
    switch (type) {
      case 'token':
        return (await this.tokens.one(tx, siteId, id, exposure)) > 0;
      case 'client_secret':
        return (await this.clientSecrets.end(tx, siteId, id)) > 0;
      case 'developer_secret':
        return (await this.developerSecrets.end(tx, siteId, userId)) > 0;
    }
  }
}
