// Owns the certificates of a site and their private keys, sealed.
// Leaves to others: which connection uses which certificate (connections), and the TLS made with it (gateway).
import { Module } from '@nestjs/common';
import { RolesModule } from '../../directory/roles/roles.module.js';
import { UsersModule } from '../../directory/users/users.module.js';
import { NotificationsModule } from '../../platform/notifications/notifications.module.js';
import { CertificateAdministration } from './administration/certificate-administration.js';
import { CertificateExpiryWarnings } from './certificate-expiry-warnings.js';
import { CertificateFactory } from './administration/certificate-factory.js';
import { CertificateRepository } from './certificate.repository.js';
import { CertificatesController } from './certificates.controller.js';
import { Certificates } from './certificates.service.js';

@Module({
  imports: [NotificationsModule, RolesModule, UsersModule],
  controllers: [CertificatesController],
  providers: [
    CertificateAdministration,
    CertificateFactory,
    CertificateRepository,
    CertificateExpiryWarnings,
    Certificates,
  ],
  exports: [CertificateExpiryWarnings, Certificates],
})
export class CertificatesModule {}
