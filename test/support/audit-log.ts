import { AuditEvent } from '../../src/platform/audit/audit-event.entity.js';
import { DenialLog } from '../../src/platform/audit/denial-log.js';
import { SiteTables } from '../../src/platform/database/site-table.js';
import type { ApiAnswer } from './api-client.js';
import type { TestApp } from './test-app.js';

/** Everything that was audited so far, in no order: the tests' clock stands still. */
export async function auditLog({ app }: TestApp): Promise<AuditEvent[]> {
  await app.get(DenialLog, { strict: false }).flush();
  return app.get(SiteTables, { strict: false }).of(AuditEvent).acrossSites('a test looks at all of it').all();
}

/** What the request behind an answer has left in the audit log. */
export async function auditOf(app: TestApp, answer: ApiAnswer): Promise<AuditEvent[]> {
  const requestId = answer.headers.get('x-request-id');
  return (await auditLog(app)).filter((event) => event.requestId === requestId);
}
