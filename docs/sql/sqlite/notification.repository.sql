-- Written by `npm run sql`, see docs/database.md. The plans are those of SQLite.

-- NotificationRepository.insert

INSERT INTO "notifications"(
  "id", "site_id", "user_id", "kind", "subject_type", "subject_id", "details", "created_at", "read_at"
)
VALUES (?, …);

-- NotificationRepository.existsSince

SELECT "Notification".*
FROM "notifications" "Notification"
WHERE (
  ("Notification"."kind" = ?)
    AND ("Notification"."subject_id" = ?)
    AND ("Notification"."user_id" = ?)
    AND ("Notification"."id" > ?)
    AND ("Notification"."created_at" > ?)
    AND ("Notification"."site_id" = ?)
)
LIMIT 1;
-- plan: SEARCH Notification USING INDEX ix_notifications_user_id_id (user_id=? AND id>?)

-- NotificationRepository.deleteAll

DELETE FROM "notifications"
WHERE ("user_id" = ? AND "site_id" = ?);
-- plan: SEARCH notifications USING INDEX ix_notifications_site_id (site_id=?)

-- NotificationRepository.page

SELECT "row".*
FROM "notifications" "row"
WHERE (("row"."user_id" = ?) AND ("row"."read_at" IS NULL) AND ("row"."site_id" = ?)) AND ("row"."site_id" = ?)
ORDER BY "row"."id" DESC
LIMIT n;
-- plan: SEARCH row USING INDEX ix_notifications_user_id_id (user_id=?)

SELECT "row".*
FROM "notifications" "row"
WHERE (("row"."user_id" = ?) AND ("row"."site_id" = ?)) AND ("row"."site_id" = ?)
ORDER BY "row"."id" DESC
LIMIT n;
-- plan: SEARCH row USING INDEX ix_notifications_user_id_id (user_id=?)

SELECT "row".*
FROM "notifications" "row"
WHERE (("row"."user_id" = ?) AND (NOT("row"."read_at" IS NULL)) AND ("row"."site_id" = ?)) AND ("row"."site_id" = ?)
ORDER BY "row"."id" DESC
LIMIT n;
-- plan: SEARCH row USING INDEX ix_notifications_user_id_id (user_id=?)

SELECT "row".*
FROM "notifications" "row"
WHERE ((("row"."user_id" = ?) AND ("row"."site_id" = ?)) AND "row"."id" < ?) AND ("row"."site_id" = ?)
ORDER BY "row"."id" DESC
LIMIT n;
-- plan: SEARCH row USING INDEX ix_notifications_user_id_id (user_id=? AND id<?)

-- NotificationRepository.ownForUpdate

SELECT "Notification".*
FROM "notifications" "Notification"
WHERE (("Notification"."id" = ?) AND ("Notification"."user_id" = ?) AND ("Notification"."site_id" = ?))
LIMIT 1;
-- plan: SEARCH Notification USING INDEX sqlite_autoindex_notifications_1 (id=?)

-- NotificationRepository.markRead

UPDATE "notifications"
SET "read_at" = ?
WHERE ("id" = ? AND "site_id" = ?);
-- plan: SEARCH notifications USING INDEX sqlite_autoindex_notifications_1 (id=?)
