// Owns the certificates of a site and their private keys, sealed.
// Leaves to others: who uses which (connections), and the TLS that comes of it (gateway).
import { Module } from '@nestjs/common';
import { CertificateAdministration } from './certificate-administration.js';
import { CertificateFactory } from './certificate-factory.js';
import { CertificateRepository } from './certificate.repository.js';
import { CertificatesController } from './certificates.controller.js';
import { Certificates } from './certificates.service.js';
import { PrivateKeySeal } from './private-key-seal.js';

@Module({
  controllers: [CertificatesController],
  providers: [CertificateAdministration, CertificateFactory, CertificateRepository, Certificates, PrivateKeySeal],
  exports: [Certificates],
})
export class CertificatesModule {}
