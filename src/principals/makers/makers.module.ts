// Owns the second check of a caller, in the transaction of its change.
// Leaves to others: what they may make (shared/authz/authority.ts). Global, because tokens and applications use it and are below
// auth.
import { Global, Module } from '@nestjs/common';
import { Makers } from '../../platform/database/makers.js';
import { RereadMakers } from './reread-makers.js';

@Global()
@Module({ providers: [{ provide: Makers, useClass: RereadMakers }], exports: [Makers] })
export class MakersModule {}
