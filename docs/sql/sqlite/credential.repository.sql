-- Written by `npm run sql`, see docs/database.md. The plans are those of SQLite.

-- CredentialRepository.byId

SELECT "Credential".*
FROM "credentials" "Credential"
WHERE (("Credential"."id" = ?) AND ("Credential"."site_id" = ?))
LIMIT 1;
-- plan: SEARCH Credential USING INDEX sqlite_autoindex_credentials_1 (id=?)

-- CredentialRepository.byIdForUpdate

SELECT "Credential".*
FROM "credentials" "Credential"
WHERE (("Credential"."id" = ?) AND ("Credential"."site_id" = ?))
LIMIT 1;
-- plan: SEARCH Credential USING INDEX sqlite_autoindex_credentials_1 (id=?)

-- CredentialRepository.page

SELECT "row".*
FROM "credentials" "row"
WHERE "row"."site_id" = ?
ORDER BY "row"."id" DESC
LIMIT n;
-- plan: SEARCH row USING INDEX ix_credentials_site_id_id (site_id=?)

SELECT "row".*
FROM "credentials" "row"
WHERE ("row"."id" < ?) AND ("row"."site_id" = ?)
ORDER BY "row"."id" DESC
LIMIT n;
-- plan: SEARCH row USING INDEX ix_credentials_site_id_id (site_id=? AND id<?)

-- CredentialRepository.insert

INSERT INTO "credentials"(
  "id", "site_id", "name", "settings", "sealed_secret", "secret_set_at", "secret_set_by", "origins", "version",
    "created_at", "updated_at"
)
VALUES (?, …);

-- CredentialRepository.update

UPDATE "credentials"
SET "name" = ?, "settings" = ?, "sealed_secret" = ?, "secret_set_at" = ?, "secret_set_by" = ?, "origins" = ?,
  "version" = 2, "updated_at" = ?
WHERE ("id" = ? AND "site_id" = ?);
-- plan: SEARCH credentials USING INDEX sqlite_autoindex_credentials_1 (id=?)

-- CredentialRepository.bind

UPDATE "credentials"
SET "origins" = ?, "version" = 2, "updated_at" = ?
WHERE ("id" = ? AND "site_id" = ?);
-- plan: SEARCH credentials USING INDEX sqlite_autoindex_credentials_1 (id=?)

-- CredentialRepository.delete

DELETE FROM "credentials"
WHERE ("id" = ? AND "site_id" = ?);
-- plan: SEARCH credentials USING INDEX sqlite_autoindex_credentials_1 (id=?)
-- plan: SEARCH connections USING COVERING INDEX ix_connections_credential_id (credential_id=?)

SELECT "Connection"."id" AS "Connection_id", "Connection"."name" AS "Connection_name"
FROM "connections" "Connection"
WHERE (("Connection"."credential_id" = ?) AND ("Connection"."site_id" = ?))
ORDER BY "Connection_name" ASC
LIMIT n;
-- plan: SEARCH Connection USING INDEX uq_connections_site_id_name (site_id=?)

-- CredentialRepository.nextAcrossSites

SELECT "Credential".*
FROM "credentials" "Credential"
WHERE ("Credential"."id" > ?)
ORDER BY "Credential"."id" ASC
LIMIT n;
-- plan: SEARCH Credential USING INDEX sqlite_autoindex_credentials_1 (id>?)

-- CredentialRepository.replaceSealed

UPDATE "credentials"
SET "sealed_secret" = ?
WHERE ("id" = ? AND "version" = 1 AND "site_id" = ?);
-- plan: SEARCH credentials USING INDEX sqlite_autoindex_credentials_1 (id=?)

UPDATE "credentials"
SET "sealed_secret" = ?
WHERE ("id" = ? AND "version" = 2 AND "site_id" = ?);
-- plan: SEARCH credentials USING INDEX sqlite_autoindex_credentials_1 (id=?)
