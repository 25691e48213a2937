// Owns the audit log: who did what to what, written in the transaction of the change itself.
// Leaves to others: which events deserve a row; every module decides that for its own changes.
import { Global, Module } from '@nestjs/common';
import { AuditRetention } from './audit-retention.service.js';
import { AuditListing } from './listing/audit-listing.js';
import { AuditController } from './listing/audit.controller.js';
import { Audit } from './audit.service.js';
import { DenialLog } from './denial-log.js';

@Global()
@Module({
  controllers: [AuditController],
  providers: [Audit, AuditRetention, AuditListing, DenialLog],
  exports: [Audit, AuditRetention, DenialLog],
})
export class AuditModule {}
