// Owns how the upstreams of a site are reached: address, trust, credential.
// Leaves to others: what is shown and trusted (credentials, certificates), and reaching them (gateway).
import { Module } from '@nestjs/common';
import { CertificatesModule } from '../certificates/certificates.module.js';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { ConnectionAdministration } from './connection-administration.js';
import { ConnectionNamesController } from './connection-names.controller.js';
import { ConnectionFactory } from './connection-factory.js';
import { ConnectionReferences } from './connection-references.js';
import { ConnectionVersionsQuery } from './connection-versions.query.js';
import { ConnectionRepository } from './connection.repository.js';
import { ConnectionsController } from './connections.controller.js';
import { Connections } from './connections.service.js';

@Module({
  imports: [CertificatesModule, CredentialsModule],
  controllers: [ConnectionNamesController, ConnectionsController],
  providers: [
    ConnectionAdministration,
    ConnectionFactory,
    ConnectionReferences,
    ConnectionRepository,
    ConnectionVersionsQuery,
    Connections,
  ],
  exports: [Connections],
})
export class ConnectionsModule {}
