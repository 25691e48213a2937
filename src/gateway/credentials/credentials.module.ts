// Owns the credentials that a site shows to its upstreams: names, tokens and secrets, sealed.
// Leaves to others: which connection uses which credential (connections), and putting it on a request (gateway).
import { Module } from '@nestjs/common';
import { CredentialAdministration } from './administration/credential-administration.js';
import { CredentialBinding } from './credential-binding.js';
import { CredentialFactory } from './administration/credential-factory.js';
import { CredentialRepository } from './credential.repository.js';
import { CredentialsController } from './credentials.controller.js';
import { Credentials } from './credentials.service.js';

@Module({
  controllers: [CredentialsController],
  providers: [CredentialAdministration, CredentialBinding, CredentialFactory, CredentialRepository, Credentials],
  exports: [CredentialBinding, Credentials],
})
export class CredentialsModule {}
