import { answerOf, api } from '../../api/client';
import type { AuditEvent } from './audit-sentence';
import { queryOf, type AuditFilter } from './use-audit';

const LONGEST_PAGE = 200;
/** All of a file is in the browser's memory, and spreadsheets are slow beyond it. */
export const MOST_EXPORTED = 20_000;

export interface ReadAudit {
  readonly events: readonly AuditEvent[];
  /** Whether there are older ones that match, and are not among them. */
  readonly isLimited: boolean;
}

/** Every event that matches, page by page; `onRead` is told how many there are so far. @throws when the signal aborts it */
export async function readAudit(
  filter: AuditFilter,
  signal: AbortSignal,
  onRead: (count: number) => void,
): Promise<ReadAudit> {
  const events: AuditEvent[] = [];
  let cursor: string | null = null;
  do {
    const query = { ...queryOf(filter), limit: LONGEST_PAGE, ...(cursor === null ? {} : { cursor }) };
    const page: { items: AuditEvent[]; nextCursor: string | null } = await answerOf(
      api.GET('/admin/audit', { params: { query }, signal }),
    );
    events.push(...page.items);
    cursor = page.nextCursor;
    onRead(events.length);
  } while (cursor !== null && events.length < MOST_EXPORTED);
  return { events, isLimited: cursor !== null };
}
