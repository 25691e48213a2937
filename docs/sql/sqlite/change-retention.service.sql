-- Written by `npm run sql`, see docs/database.md. The plans are those of SQLite.

-- ChangeRetention.cleanups: changes

DELETE FROM changes
WHERE id IN (?, …);
-- plan: SEARCH changes USING INDEX sqlite_autoindex_changes_1 (id=?)

SELECT id AS found
FROM changes
WHERE created_at <= ? AND id < ?
LIMIT n;
-- plan: SEARCH changes USING INDEX sqlite_autoindex_changes_1 (id<?)
