-- Written by `npm run sql`, see docs/database.md. The plans are those of SQLite.

-- SessionRepository.insert

INSERT INTO "sessions"(
  "id", "site_id", "user_id", "created_at", "last_seen_at", "expires_at", "confirmed_at", "address", "user_agent",
    "ended_at", "end_reason"
)
VALUES (?, …);

-- SessionRepository.live

SELECT "Session".*
FROM "sessions" "Session"
WHERE (
  ("Session"."id" = ?)
    AND ("Session"."ended_at" IS NULL)
    AND ("Session"."expires_at" > ?)
    AND ("Session"."last_seen_at" > ?)
)
LIMIT 1;
-- plan: SEARCH Session USING INDEX sqlite_autoindex_sessions_1 (id=?)

-- SessionRepository.liveOf

SELECT "row".*
FROM "sessions" "row"
WHERE (
  ("row"."user_id" = ?)
    AND ("row"."ended_at" IS NULL)
    AND ("row"."expires_at" > ?)
    AND ("row"."last_seen_at" > ?)
    AND ("row"."site_id" = ?)
)
  AND ("row"."site_id" = ?)
ORDER BY "row"."id" DESC
LIMIT n;
-- plan: SEARCH row USING INDEX ix_sessions_user_id_id (user_id=?)

SELECT "row".*
FROM "sessions" "row"
WHERE (
  (
    ("row"."user_id" = ?)
      AND ("row"."ended_at" IS NULL)
      AND ("row"."expires_at" > ?)
      AND ("row"."last_seen_at" > ?)
      AND ("row"."site_id" = ?)
  )
    AND "row"."id" < ?
)
  AND ("row"."site_id" = ?)
ORDER BY "row"."id" DESC
LIMIT n;
-- plan: SEARCH row USING INDEX ix_sessions_user_id_id (user_id=? AND id<?)

-- SessionRepository.end

UPDATE "sessions"
SET "ended_at" = ?, "end_reason" = ?
WHERE ("id" = ? AND "user_id" = ? AND "ended_at" IS NULL AND "expires_at" > ? AND "site_id" = ?);
-- plan: SEARCH sessions USING INDEX sqlite_autoindex_sessions_1 (id=?)

-- SessionRepository.endAll

UPDATE "sessions"
SET "ended_at" = ?, "end_reason" = ?
WHERE ("user_id" = ? AND "ended_at" IS NULL AND "expires_at" > ? AND "site_id" = ?);
-- plan: SEARCH sessions USING INDEX ix_sessions_site_id (site_id=?)

-- SessionRepository.endOthers

UPDATE "sessions"
SET "ended_at" = ?, "end_reason" = ?
WHERE ("user_id" = ? AND "id" != ? AND "ended_at" IS NULL AND "expires_at" > ? AND "site_id" = ?);
-- plan: SEARCH sessions USING INDEX ix_sessions_site_id (site_id=?)

-- SessionRepository.deleteAll

DELETE FROM "sessions"
WHERE ("user_id" = ? AND "site_id" = ?);
-- plan: SEARCH sessions USING INDEX ix_sessions_site_id (site_id=?)

-- SessionRepository.confirm

UPDATE "sessions"
SET "confirmed_at" = ?
WHERE ("id" = ? AND "site_id" = ?);
-- plan: SEARCH sessions USING INDEX sqlite_autoindex_sessions_1 (id=?)

-- SessionRepository.noteUse

UPDATE "sessions"
SET "last_seen_at" = ?
WHERE ("id" IN (?, …) AND "last_seen_at" < ?);
-- plan: SEARCH sessions USING INDEX sqlite_autoindex_sessions_1 (id=?)
