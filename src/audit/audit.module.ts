// Owns the audit log: who did what to what, written in the transaction of the change itself.
// Leaves to others: what is worth a row; every module says that for its own changes.
import { Global, Module } from '@nestjs/common';
import { AuditCare } from './audit-care.service.js';
import { AuditListing } from './audit-listing.js';
import { AuditController } from './audit.controller.js';
import { Audit } from './audit.service.js';
import { DenialLog } from './denial-log.js';

@Global()
@Module({
  controllers: [AuditController],
  providers: [Audit, AuditCare, AuditListing, DenialLog],
  exports: [Audit, AuditCare, DenialLog],
})
export class AuditModule {}
