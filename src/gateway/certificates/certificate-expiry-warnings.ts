import { Injectable } from '@nestjs/common';
import { Certificates, type ExpiringCertificate } from './certificates.service.js';
import type { Tx } from '../../platform/database/transaction.js';
import { Notifications } from '../../platform/notifications/notifications.service.js';
import { Roles } from '../../directory/roles/roles.service.js';
import { UserDirectory } from '../../directory/users/user-directory.service.js';
import type { CleanupStep } from '../../platform/retention/retention.types.js';

/** The scope that renewing a certificate takes. */
const RENEWING = ['security:write'];

/** Tells those who can renew a certificate, once, 30 days before it expires. */
@Injectable()
export class CertificateExpiryWarnings {
  constructor(
    private readonly certificates: Certificates,
    private readonly roles: Roles,
    private readonly users: UserDirectory,
    private readonly notifications: Notifications,
  ) {}

  steps(): Promise<CleanupStep[]> {
    const batch = async (tx: Tx, limit: number): Promise<number> => {
      const expiring = await this.certificates.takeExpiring(tx, limit);
      for (const certificate of expiring) await this.#tell(tx, certificate);
      return expiring.length;
    };
    return Promise.resolve([{ kind: 'certificatesWarnedOf', batch }]);
  }

  async #tell(tx: Tx, { siteId, id, name, validTo }: ExpiringCertificate): Promise<void> {
    const roles = await this.roles.granting(siteId, RENEWING);
    for (const userId of await this.users.activePersonsWith(tx, siteId, roles))
      await this.notifications.tell(tx, {
        siteId,
        userId,
        kind: 'certificate.expires_soon',
        subject: { type: 'certificate', id },
        details: { name, validTo: validTo.toISOString() },
      });
  }
}
