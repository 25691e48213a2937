import { Injectable } from '@nestjs/common';
import { ApplicationOwnership } from '../../applications/application-ownership.js';
import { ClientSecrets } from '../../applications/client-secrets.service.js';
import { validationFailed } from '../../shared/errors/general.errors.js';
import { CredentialFinder } from '../../shared/exposure/credential-finder.js';
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

/** Says what somebody found: a token of either form, or a secret, live or long ended, alone or in a text. */
@Injectable()
export class CredentialLookup {
  constructor(
    private readonly tokens: TokenIdentification,
    private readonly clientSecrets: ClientSecrets,
    private readonly developerSecrets: DeveloperSecrets,
    private readonly applications: ApplicationOwnership,
    private readonly finder: CredentialFinder,
  ) {}

  /**
   * @throws tokenNotFound for a text without a credential that this site issued, or has not cleaned up since; validationFailed
   *   for several: an answer about one of them would hide the others.
   */
  async inText(site: SiteId, text: string): Promise<FoundCredential> {
    const known = new Map<string, FoundCredential>();
    for (const value of await this.finder.findInText(text)) {
      const found = await this.#byValue(site, value);
      if (found !== null) known.set(value, found);
    }
    const [found, ...others] = known.values();
    if (found === undefined) {
      const detail = 'This site has no record of that credential: it was issued elsewhere, or it ended long ago.';
      throw tokenNotFound({ detail });
    }
    if (others.length > 0) {
      const message = `contains ${known.size} credentials of this site; send one at a time`;
      throw validationFailed({ errors: [{ path: 'token', message }] });
    }
    return found;
  }

  async #byValue(site: SiteId, value: string): Promise<FoundCredential | null> {
    return (
      (await this.#token(site, value)) ??
      (await this.#clientSecret(site, value)) ??
      (await this.#developerSecret(site, value))
    );
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
