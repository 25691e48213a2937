// Owns how the upstreams of a site are reached: address, trust, credential.
// Leaves to others: what is shown and trusted (credentials, certificates), and reaching them (gateway).
import { Module } from '@nestjs/common';
import { CertificatesModule } from '../certificates/certificates.module.js';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { Connections } from './connections.service.js';

@Module({ imports: [CertificatesModule, CredentialsModule], providers: [Connections], exports: [Connections] })
export class ConnectionsModule {}
