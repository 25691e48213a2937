-- Written by `npm run sql`, see docs/database.md. The plans are those of MariaDB 10.11.

-- NotificationRetention.cleanups: notifications

DELETE FROM notifications
WHERE id IN (?, …);
-- plan: notifications: range PRIMARY (id)

SELECT id AS found
FROM notifications
WHERE created_at <= ? AND id < ?
LIMIT n;
-- plan: notifications: range PRIMARY (id)
