// Owns the deployment's own keys: the ones that sign JWTs and the ones that seal cookies, sealed at rest.
// Leaves to others: what is signed (tokens) and what is in a cookie (sessions).
import { Module } from '@nestjs/common';
import { KeyMaterial } from './key-material.js';
import { KeyRepository } from './key.repository.js';
import { Keys } from './keys.service.js';

@Module({ providers: [Keys, KeyMaterial, KeyRepository], exports: [Keys] })
export class KeysModule {}
