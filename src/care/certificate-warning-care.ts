import { Injectable } from '@nestjs/common';
import { Certificates, type ExpiringCertificate } from '../certificates/certificates.service.js';
import type { Tx } from '../database/transaction.js';
import { Notifications } from '../notifications/notifications.service.js';
import { Roles } from '../roles/roles.service.js';
import { UserDirectory } from '../users/user-directory.service.js';
import type { CareStep } from './care.types.js';

/** What it takes to renew a certificate. */
const RENEWING = ['security:write'];

/** Tells those who can renew a certificate, once, 30 days before it ends. */
@Injectable()
export class CertificateWarningCare {
  constructor(
    private readonly certificates: Certificates,
    private readonly roles: Roles,
    private readonly users: UserDirectory,
    private readonly notifications: Notifications,
  ) {}

  step(): CareStep {
    return {
      kind: 'certificatesWarnedOf',
      batch: async (tx, limit) => {
        const expiring = await this.certificates.takeExpiring(tx, limit);
        for (const certificate of expiring) await this.#tell(tx, certificate);
        return expiring.length;
      },
    };
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
