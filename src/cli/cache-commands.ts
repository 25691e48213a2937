import { Injectable } from '@nestjs/common';
import { Audit } from '../platform/audit/audit.service.js';
import { OPERATOR } from '../platform/audit/audit.types.js';
import { EVERYTHING } from '../platform/database/subjects.js';
import { noteChange } from '../platform/database/transaction.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

/** `cache clear`: after changes that the service did not make itself, such as hand-written SQL. */
@Injectable()
export class CacheCommands {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  /** Every instance reads everything again, from its next verification on. */
  async clear(): Promise<{ readonly cleared: true }> {
    await this.unitOfWork.run(async (tx) => {
      noteChange(tx, [EVERYTHING]);
      await this.audit.record(tx, { siteId: null, action: 'cache.cleared', outcome: 'success', actor: OPERATOR });
    });
    return { cleared: true };
  }
}
