import { Injectable } from '@nestjs/common';
import { ApplicationOwnership } from '../../applications/application-ownership.js';
import { ClientSecrets } from '../../applications/client-secrets.service.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import { TokenIdentification } from '../../tokens/token-identification.js';
import { tokenNotFound } from '../../tokens/tokens.errors.js';
import { DeveloperSecrets } from '../../directory/users/developer-secrets.service.js';

/** What a found credential is. Never contains the credential itself. */
export interface FoundCredential {
  readonly type: 'token' | 'client_secret' | 'developer_secret';
  /** The id of the token or the secret; for a developer secret, the id of its person, who has only one. */
  readonly id: string;
  readonly name: string;
  readonly last4: string;
  readonly ownerId: string;
  readonly applicationId: string | null;
  readonly createdAt: Date;
  /** When this value stops working, at its expiry or at the end of the grace of a rotation. */
  readonly endsAt: Date | null;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly lastUsedAddress: string | null;
}

/** Says what a text is that somebody found: a token of either form, or a secret, live or long ended. */
@Injectable()
export class CredentialLookup {
  constructor(
    private readonly tokens: TokenIdentification,
    private readonly clientSecrets: ClientSecrets,
    private readonly developerSecrets: DeveloperSecrets,
    private readonly applications: ApplicationOwnership,
  ) {}

  /** @throws tokenNotFound for a text that this site never issued, or issued so long ago that it was cleaned up */
  async byValue(site: SiteId, value: string): Promise<FoundCredential> {
    const found =
      (await this.#token(site, value)) ??
      (await this.#clientSecret(site, value)) ??
      (await this.#developerSecret(site, value));
    if (found === null)
      throw tokenNotFound({
        detail: 'This site has no record of that credential: it was issued elsewhere, or it ended long ago.',
      });
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

/** Uses of secrets are not counted: the audit log has each one, with the token that the secret was exchanged for. */
const UNTRACKED = { lastUsedAt: null, lastUsedAddress: null } as const;
