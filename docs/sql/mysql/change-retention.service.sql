-- Written by `npm run sql`, see docs/database.md. The plans are those of MariaDB 10.11.

-- ChangeRetention.cleanups: changes

DELETE FROM changes
WHERE id IN (?, …);
-- plan: changes: range PRIMARY (id)

SELECT id AS found
FROM changes
WHERE created_at <= ? AND id < ?
LIMIT n;
-- plan: changes: range PRIMARY (id)
