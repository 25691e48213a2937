import type { Subject } from '../../platform/database/subjects.js';
import type { AccountRow, PrincipalRow } from './principal-row.js';

/** What a row depends on: a change of any of these may have changed it. */
export function subjectsOf(row: PrincipalRow | AccountRow): readonly Subject[] {
  if (row.kind === 'account') return [`account:${row.id}`, `site:${row.siteId}`];
  const subjects: Subject[] = [`${credentialKind(row.kind)}:${row.id}`, `user:${row.userId}`, `site:${row.siteId}`];
  if (row.applicationId !== null) subjects.push(`application:${row.applicationId}`);
  if (row.applicationOwnerId !== null) subjects.push(`user:${row.applicationOwnerId}`);
  if (row.accountId !== null) subjects.push(`account:${row.accountId}`);
  return subjects;
}

function credentialKind(kind: PrincipalRow['kind']): 'token' | 'secret' | 'session' {
  return kind === 'personal' || kind === 'application' ? 'token' : kind;
}
