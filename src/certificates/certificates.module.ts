// Owns the certificates of a site and their private keys, sealed.
// Leaves to others: who uses which (connections), and the TLS that comes of it (gateway).
import { Module } from '@nestjs/common';

@Module({})
export class CertificatesModule {}
