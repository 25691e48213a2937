// Owns what a site shows to its upstreams to be let in: names, tokens and secrets, sealed.
// Leaves to others: who uses which (connections), and putting it on a request (gateway).
import { Module } from '@nestjs/common';
import { CredentialAdministration } from './credential-administration.js';
import { CredentialFactory } from './credential-factory.js';
import { CredentialRepository } from './credential.repository.js';
import { CredentialsController } from './credentials.controller.js';
import { Credentials } from './credentials.service.js';
import { SecretSeal } from './secret-seal.js';

@Module({
  controllers: [CredentialsController],
  providers: [CredentialAdministration, CredentialFactory, CredentialRepository, Credentials, SecretSeal],
  exports: [Credentials],
})
export class CredentialsModule {}
