-- Written by `npm run sql`, see docs/database.md. The plans are those of SQLite.

-- AccountRepository.byId

SELECT "Account".*
FROM "accounts" "Account"
WHERE (("Account"."id" = ?) AND ("Account"."site_id" = ?))
LIMIT 1;
-- plan: SEARCH Account USING INDEX sqlite_autoindex_accounts_1 (id=?)

-- AccountRepository.byIdForUpdate

SELECT "Account".*
FROM "accounts" "Account"
WHERE (("Account"."id" = ?) AND ("Account"."site_id" = ?))
LIMIT 1;
-- plan: SEARCH Account USING INDEX sqlite_autoindex_accounts_1 (id=?)

-- AccountRepository.firstTwo

SELECT "Account".*
FROM "accounts" "Account"
WHERE ("Account"."site_id" = ?)
LIMIT n;
-- plan: SEARCH Account USING INDEX ix_accounts_site_id_id (site_id=?)

-- AccountRepository.page

SELECT "row".*
FROM "accounts" "row"
WHERE "row"."site_id" = ?
ORDER BY "row"."id" DESC
LIMIT n;
-- plan: SEARCH row USING INDEX ix_accounts_site_id_id (site_id=?)

SELECT "row".*
FROM "accounts" "row"
WHERE ("row"."id" < ?) AND ("row"."site_id" = ?)
ORDER BY "row"."id" DESC
LIMIT n;
-- plan: SEARCH row USING INDEX ix_accounts_site_id_id (site_id=? AND id<?)

SELECT "row".*
FROM "accounts" "row"
WHERE ("row"."status" = ?) AND ("row"."site_id" = ?)
ORDER BY "row"."id" DESC
LIMIT n;
-- plan: SEARCH row USING INDEX ix_accounts_site_id_id (site_id=?)

SELECT "row".*
FROM "accounts" "row"
WHERE (LOWER("row"."name") LIKE ? ESCAPE '!') AND ("row"."site_id" = ?)
ORDER BY "row"."id" DESC
LIMIT n;
-- plan: SEARCH row USING INDEX ix_accounts_site_id_id (site_id=?)

-- AccountRepository.insert

INSERT INTO "accounts"("id", "site_id", "name", "description", "status", "created_at", "updated_at")
VALUES (?, …);

-- AccountRepository.update

UPDATE "accounts"
SET "name" = ?, "updated_at" = ?
WHERE ("id" = ? AND "site_id" = ?);
-- plan: SEARCH accounts USING INDEX sqlite_autoindex_accounts_1 (id=?)

UPDATE "accounts"
SET "status" = ?, "updated_at" = ?
WHERE ("id" = ? AND "site_id" = ?);
-- plan: SEARCH accounts USING INDEX sqlite_autoindex_accounts_1 (id=?)
