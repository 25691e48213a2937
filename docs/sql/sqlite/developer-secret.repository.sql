-- Written by `npm run sql`, see docs/database.md. The plans are those of SQLite.

-- DeveloperSecretRepository.ofUser

SELECT "DeveloperSecret".*
FROM "developer_secrets" "DeveloperSecret"
WHERE (("DeveloperSecret"."user_id" = ?) AND ("DeveloperSecret"."site_id" = ?))
LIMIT 1;
-- plan: SEARCH DeveloperSecret USING INDEX sqlite_autoindex_developer_secrets_1 (user_id=?)

-- DeveloperSecretRepository.byHash

SELECT "DeveloperSecret".*
FROM "developer_secrets" "DeveloperSecret"
WHERE (("DeveloperSecret"."hash" = ?) AND ("DeveloperSecret"."site_id" = ?))
LIMIT 1;
-- plan: SEARCH DeveloperSecret USING INDEX uq_developer_secrets_hash (hash=?)

-- DeveloperSecretRepository.insert

INSERT INTO "developer_secrets"("user_id", "site_id", "hash", "sealed", "last4", "created_at")
VALUES (?, …);

-- DeveloperSecretRepository.replace

DELETE FROM "developer_secrets"
WHERE ("user_id" = ? AND "site_id" = ?);
-- plan: SEARCH developer_secrets USING INDEX sqlite_autoindex_developer_secrets_1 (user_id=?)

INSERT INTO "developer_secrets"("user_id", "site_id", "hash", "sealed", "last4", "created_at")
VALUES (?, …);

-- DeveloperSecretRepository.delete

DELETE FROM "developer_secrets"
WHERE ("user_id" = ? AND "site_id" = ?);
-- plan: SEARCH developer_secrets USING INDEX sqlite_autoindex_developer_secrets_1 (user_id=?)

-- DeveloperSecretRepository.nextAcrossSites

SELECT "DeveloperSecret".*
FROM "developer_secrets" "DeveloperSecret"
WHERE ("DeveloperSecret"."user_id" > ?)
ORDER BY "DeveloperSecret"."user_id" ASC
LIMIT n;
-- plan: SEARCH DeveloperSecret USING INDEX sqlite_autoindex_developer_secrets_1 (user_id>?)

-- DeveloperSecretRepository.replaceSealed

UPDATE "developer_secrets"
SET "sealed" = ?
WHERE ("user_id" = ? AND "hash" = ? AND "site_id" = ?);
-- plan: SEARCH developer_secrets USING INDEX uq_developer_secrets_hash (hash=?)
