// Owns what a site shows to its upstreams to be let in: names, tokens and secrets, sealed.
// Leaves to others: who uses which (connections), and putting it on a request (gateway).
import { Module } from '@nestjs/common';

@Module({})
export class CredentialsModule {}
