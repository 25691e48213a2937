-- Written by `npm run sql`, see docs/database.md. The plans are those of SQLite.

-- CleanupLease.take

INSERT INTO "leases"("name", "holder", "expires_at")
VALUES (?, …);

SELECT "Lease".*
FROM "leases" "Lease"
WHERE ("Lease"."name" = ?)
LIMIT 1;
-- plan: SEARCH Lease USING INDEX sqlite_autoindex_leases_1 (name=?)

UPDATE "leases"
SET "holder" = ?, "expires_at" = ?
WHERE ("name" = ? AND "expires_at" <= ?);
-- plan: SEARCH leases USING INDEX sqlite_autoindex_leases_1 (name=?)

-- CleanupLease.renew

UPDATE "leases"
SET "expires_at" = ?
WHERE ("name" = ? AND "holder" = ?);
-- plan: SEARCH leases USING INDEX sqlite_autoindex_leases_1 (name=?)

-- CleanupLease.release

DELETE FROM "leases"
WHERE ("name" = ? AND "holder" = ?);
-- plan: SEARCH leases USING INDEX sqlite_autoindex_leases_1 (name=?)
