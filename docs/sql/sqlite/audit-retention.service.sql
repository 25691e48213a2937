-- Written by `npm run sql`, see docs/database.md. The plans are those of SQLite.

-- AuditRetention.cleanups: auditEvents

DELETE FROM audit_events
WHERE id IN (?, …);
-- plan: SEARCH audit_events USING INDEX sqlite_autoindex_audit_events_1 (id=?)

SELECT id AS found
FROM audit_events
WHERE at <= ? AND id < ?
LIMIT n;
-- plan: SEARCH audit_events USING INDEX sqlite_autoindex_audit_events_1 (id<?)
