-- Written by `npm run sql`, see docs/database.md. The plans are those of MariaDB 10.11.

-- AuditRetention.cleanups: auditEvents

DELETE FROM audit_events
WHERE id IN (?, …);
-- plan: audit_events: range PRIMARY (id)

SELECT id AS found
FROM audit_events
WHERE at <= ? AND id < ?
LIMIT n;
-- plan: audit_events: range PRIMARY (id)
