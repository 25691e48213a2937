-- Written by `npm run sql`, see docs/database.md. The plans are those of SQLite.

-- UserRepository.insert

INSERT INTO "users"(
  "id", "site_id", "username", "email", "kind", "status", "password_hash", "password_changed_at", "created_at",
    "updated_at"
)
VALUES (?, …);

-- UserRepository.update

UPDATE "users"
SET "password_hash" = ?, "password_changed_at" = ?, "updated_at" = ?
WHERE ("id" = ? AND "site_id" = ?);
-- plan: SEARCH users USING INDEX sqlite_autoindex_users_1 (id=?)

UPDATE "users"
SET "status" = ?, "updated_at" = ?
WHERE ("id" = ? AND "site_id" = ?);
-- plan: SEARCH users USING INDEX sqlite_autoindex_users_1 (id=?)

UPDATE "users"
SET "updated_at" = ?
WHERE ("id" = ? AND "site_id" = ?);
-- plan: SEARCH users USING INDEX sqlite_autoindex_users_1 (id=?)

-- UserRepository.byId

SELECT "User".*
FROM "users" "User"
WHERE (("User"."id" = ?) AND ("User"."status" != ?) AND ("User"."site_id" = ?))
LIMIT 1;
-- plan: SEARCH User USING INDEX sqlite_autoindex_users_1 (id=?)

-- UserRepository.byIdForUpdate

SELECT "User".*
FROM "users" "User"
WHERE (("User"."id" = ?) AND ("User"."status" != ?) AND ("User"."site_id" = ?))
LIMIT 1;
-- plan: SEARCH User USING INDEX sqlite_autoindex_users_1 (id=?)

-- UserRepository.byLogin

SELECT "User".*
FROM "users" "User"
WHERE (("User"."status" != ?) AND ("User"."username" = ?))
LIMIT 1;
-- plan: SEARCH User USING INDEX uq_users_username (username=?)

-- UserRepository.activePersons

SELECT "User".*
FROM "users" "User"
WHERE (("User"."id" IN (?, …)) AND ("User"."status" = ?) AND ("User"."kind" = ?) AND ("User"."site_id" = ?));
-- plan: SEARCH User USING INDEX ix_users_status_updated_at (status=?)

-- UserRepository.countSigningIn

SELECT COUNT(1) AS "cnt"
FROM "users" "User"
WHERE (
  ("User"."id" IN (?, …))
    AND ("User"."status" = ?)
    AND ("User"."kind" = ?)
    AND (NOT("User"."password_hash" IS NULL))
    AND ("User"."site_id" = ?)
);
-- plan: SEARCH User USING INDEX sqlite_autoindex_users_1 (id=?)

-- UserRepository.byIds

SELECT "User".*
FROM "users" "User"
WHERE (("User"."id" IN (?, …)) AND ("User"."status" != ?) AND ("User"."site_id" = ?));
-- plan: SEARCH User USING INDEX sqlite_autoindex_users_1 (id=?)

-- UserRepository.makeTombstone

UPDATE "users"
SET "username" = ?, "email" = ?, "password_hash" = ?, "password_changed_at" = ?, "status" = ?, "updated_at" = ?
WHERE ("id" = ? AND "site_id" = ?);
-- plan: SEARCH users USING INDEX sqlite_autoindex_users_1 (id=?)

-- UserRepository.page

SELECT "row".*
FROM "users" "row"
WHERE (("row"."kind" = ?) AND ("row"."status" != ?) AND ("row"."site_id" = ?)) AND ("row"."site_id" = ?)
ORDER BY "row"."id" DESC
LIMIT n;
-- plan: SEARCH row USING INDEX ix_users_site_id_id (site_id=?)

SELECT "row".*
FROM "users" "row"
WHERE (("row"."status" != ?) AND ("row"."site_id" = ?)) AND ("row"."site_id" = ?)
ORDER BY "row"."id" DESC
LIMIT n;
-- plan: SEARCH row USING INDEX ix_users_site_id_id (site_id=?)

SELECT "row".*
FROM "users" "row"
WHERE (("row"."status" = ?) AND ("row"."site_id" = ?)) AND ("row"."site_id" = ?)
ORDER BY "row"."id" DESC
LIMIT n;
-- plan: SEARCH row USING INDEX ix_users_site_id_id (site_id=?)

SELECT "row".*
FROM "users" "row"
WHERE ((("row"."status" != ?) AND ("row"."site_id" = ?)) AND "row"."id" < ?) AND ("row"."site_id" = ?)
ORDER BY "row"."id" DESC
LIMIT n;
-- plan: SEARCH row USING INDEX ix_users_site_id_id (site_id=? AND id<?)

SELECT "row".*
FROM "users" "row"
WHERE (
  (("row"."status" != ?) AND ("row"."site_id" = ?))
    AND ("row"."username" LIKE ? ESCAPE '!' OR "row"."email" LIKE ? ESCAPE '!')
)
  AND ("row"."site_id" = ?)
ORDER BY "row"."id" DESC
LIMIT n;
-- plan: SEARCH row USING INDEX ix_users_site_id_id (site_id=?)

SELECT "row".*
FROM "users" "row"
WHERE (
  (("row"."status" != ?) AND ("row"."site_id" = ?))
    AND EXISTS (SELECT 1 FROM user_roles held WHERE held.user_id = "row"."id" AND held.role = ?)
)
  AND ("row"."site_id" = ?)
ORDER BY "row"."id" DESC
LIMIT n;
-- plan: SEARCH row USING INDEX ix_users_site_id_id (site_id=?)
-- plan: SEARCH held EXISTS USING COVERING INDEX sqlite_autoindex_user_roles_1 (user_id=? AND role=?)
