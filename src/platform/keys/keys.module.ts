// Owns the deployment's own keys, sealed at rest: those that sign JWTs and those that seal cookies.
// Leaves to others: what is signed (tokens) and what is in a cookie (sessions).
import { Module } from '@nestjs/common';
import { KeyMaterial } from './key-material.js';
import { KeyRepository } from './key.repository.js';
import { Keys } from './keys.service.js';

@Module({ providers: [Keys, KeyMaterial, KeyRepository], exports: [Keys] })
export class KeysModule {}
