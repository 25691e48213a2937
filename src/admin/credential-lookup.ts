import { Injectable } from '@nestjs/common';
import { ApplicationTransfer } from '../applications/application-transfer.js';
import { ClientSecrets } from '../applications/client-secrets.service.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { TokenIdentification } from '../tokens/token-identification.js';
import { tokenNotFound } from '../tokens/tokens.errors.js';
import { DeveloperSecrets } from '../users/developer-secrets.service.js';

/** What a found credential is. Never the credential itself. */
export interface FoundCredential {
  readonly type: 'token' | 'client_secret' | 'developer_secret';
  /** Of the token or the secret; of the person for a developer secret, who has one. */
  readonly id: string;
  readonly name: string;
  readonly last4: string;
  readonly ownerId: string;
  readonly applicationId: string | null;
  readonly createdAt: Date;
  /** When this value stops working, by itself or by the grace of a rotation. */
  readonly endsAt: Date | null;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly lastUsedAddress: string | null;
}

/** Says what a text is that somebody found: a token of either form, or a secret, alive or long over. */
@Injectable()
export class CredentialLookup {
  constructor(
    private readonly tokens: TokenIdentification,
    private readonly clientSecrets: ClientSecrets,
    private readonly developerSecrets: DeveloperSecrets,
    private readonly applications: ApplicationTransfer,
  ) {}

  /** @throws tokenNotFound for what this site never issued, and what it issued so long ago that it was cleaned up */
  async byValue(site: SiteId, value: string): Promise<FoundCredential> {
    const found =
      (await this.#token(site, value)) ??
      (await this.#clientSecret(site, value)) ??
      (await this.#developerSecret(site, value));
    if (found === null) throw tokenNotFound({ detail: 'It is no credential of this site, or one of long ago.' });
    return found;
  }

  async #token(site: SiteId, value: string): Promise<FoundCredential | null> {
    const found = await this.tokens.byValue(site, value);
    if (found === null) return null;
    const { token, validUntil } = found;
    const ends = [token.expiresAt, validUntil]
      .filter((time) => time !== null)
      .sort((a, b) => a.getTime() - b.getTime());
    return { ...token, type: 'token', endsAt: ends[0] ?? null };
  }

  async #clientSecret(site: SiteId, value: string): Promise<FoundCredential | null> {
    const secret = await this.clientSecrets.byValue(site, value);
    if (secret === null) return null;
    const [application] = await this.applications.byIds(site, [secret.applicationId]);
    if (application === undefined) return null;
    const { name, ownerId, deletedAt } = application;
    const revokedAt = secret.revokedAt ?? deletedAt;
    return { ...secret, ...UNTRACKED, type: 'client_secret', name, ownerId, endsAt: secret.expiresAt, revokedAt };
  }

  async #developerSecret(site: SiteId, value: string): Promise<FoundCredential | null> {
    const secret = await this.developerSecrets.byValue(site, value);
    if (secret === null) return null;
    const { userId: id, last4, createdAt } = secret;
    const what = { type: 'developer_secret', name: 'developer secret', applicationId: null } as const;
    return { ...UNTRACKED, ...what, id, ownerId: id, last4, createdAt, endsAt: null, revokedAt: null };
  }
}

/** Uses of secrets are not counted: each is in the audit log, with what it was traded for. */
const UNTRACKED = { lastUsedAt: null, lastUsedAddress: null } as const;
