import { Injectable } from '@nestjs/common';
import { Clock } from '../../../shared/clock/clock.js';
import { CredentialFormat } from '../../../shared/crypto/credential-format.js';
import { sha256 } from '../../../shared/crypto/hashing.js';
import { Randomness } from '../../../shared/crypto/randomness.js';
import { soleIn } from '../../../shared/exposure/pasted-text.js';
import { Ids } from '../../../shared/ids/ids.js';
import type { Invitation } from './invitation.entity.js';
import type { LinkMaker, UserName } from '../users.types.js';

const LIVES_MS = 7 * 24 * 3600 * 1000;

/** Makes invitations. They have the form of a client secret, so that logs mask them and scanners find them. */
@Injectable()
export class InvitationFactory {
  constructor(
    private readonly format: CredentialFormat,
    private readonly randomness: Randomness,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  make(
    user: Pick<UserName, 'id' | 'siteId'>,
    maker: LinkMaker,
  ): { readonly invitation: Invitation; readonly value: string } {
    const value = this.format.generate('sec', this.randomness);
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + LIVES_MS);
    const row = { id: this.ids.next(), siteId: user.siteId, userId: user.id, createdAt, expiresAt, usedAt: null };
    return { invitation: { ...row, ...maker, hash: sha256(value) }, value };
  }

  /** The hash to look an invitation up by, from its value or its link; null for a text with no one invitation. */
  async hashIn(text: string): Promise<string | null> {
    const value = await soleIn(text, (reading) =>
      this.format.allIn(reading).filter((each) => this.format.kindOf(each) === 'sec'),
    );
    return value === null ? null : sha256(value);
  }
}
