// Owns how the upstreams of a site are reached: address, trust, credential.
// Leaves to others: credentials and certificates themselves (credentials, certificates), and reaching the upstreams (gateway).
import { Module } from '@nestjs/common';
import { LimitsModule } from '../../principals/limits/limits.module.js';
import { CertificatesModule } from '../certificates/certificates.module.js';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { ConnectionAdministration } from './administration/connection-administration.js';
import { ConnectionNamesController } from './connection-names.controller.js';
import { ConnectionFactory } from './administration/connection-factory.js';
import { ConnectionReferences } from './administration/connection-references.js';
import { ConnectionVersionsQuery } from './connection-versions.query.js';
import { ConnectionRepository } from './connection.repository.js';
import { CredentialProofs } from './administration/credential-proofs.js';
import { ConnectionsController } from './connections.controller.js';
import { Connections } from './connections.service.js';

@Module({
  imports: [CertificatesModule, CredentialsModule, LimitsModule],
  controllers: [ConnectionNamesController, ConnectionsController],
  providers: [
    ConnectionAdministration,
    ConnectionFactory,
    ConnectionReferences,
    ConnectionRepository,
    ConnectionVersionsQuery,
    Connections,
    CredentialProofs,
  ],
  exports: [Connections],
})
export class ConnectionsModule {}
