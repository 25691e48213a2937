-- Written by `npm run sql`, see docs/database.md. The plans are those of SQLite.

-- KeyRepository.newestFirst

SELECT "Key".*
FROM "keys" "Key"
ORDER BY "Key"."id" DESC;
-- plan: SCAN Key USING INDEX sqlite_autoindex_keys_1

-- KeyRepository.all

SELECT "Key".*
FROM "keys" "Key";
-- plan: SCAN Key

-- KeyRepository.insert

INSERT INTO "keys"("id", "purpose", "sealed", "public_jwk", "created_at", "retired_at")
VALUES (?, …);

-- KeyRepository.hasAny

SELECT COUNT(1) AS "cnt"
FROM "keys" "Key"
WHERE ("Key"."purpose" = ?);
-- plan: SEARCH Key USING COVERING INDEX ix_keys_purpose_created_at (purpose=?)

-- KeyRepository.retire

UPDATE "keys"
SET "retired_at" = ?
WHERE ("purpose" = ? AND "retired_at" IS NULL);
-- plan: SEARCH keys USING INDEX ix_keys_purpose_created_at (purpose=?)

-- KeyRepository.replaceSealed

UPDATE "keys"
SET "sealed" = ?
WHERE "id" = ?;
-- plan: SEARCH keys USING INDEX sqlite_autoindex_keys_1 (id=?)
