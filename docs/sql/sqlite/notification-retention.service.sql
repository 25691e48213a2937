-- Written by `npm run sql`, see docs/database.md. The plans are those of SQLite.

-- NotificationRetention.cleanups: notifications

DELETE FROM notifications
WHERE id IN (?, …);
-- plan: SEARCH notifications USING COVERING INDEX sqlite_autoindex_notifications_1 (id=?)

SELECT id AS found
FROM notifications
WHERE created_at <= ? AND id < ?
LIMIT n;
-- plan: SEARCH notifications USING INDEX sqlite_autoindex_notifications_1 (id<?)
