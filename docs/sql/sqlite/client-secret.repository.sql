-- Written by `npm run sql`, see docs/database.md. The plans are those of SQLite.

-- ClientSecretRepository.insert

INSERT INTO "client_secrets"(
  "id", "site_id", "application_id", "hash", "last4", "created_at", "expires_at", "revoked_at", "issued_with_kind",
    "issued_with", "made_by"
)
VALUES (?, …);

-- ClientSecretRepository.byHash

SELECT "ClientSecret".*
FROM "client_secrets" "ClientSecret"
WHERE (("ClientSecret"."hash" = ?) AND ("ClientSecret"."site_id" = ?))
LIMIT 1;
-- plan: SEARCH ClientSecret USING INDEX uq_client_secrets_hash (hash=?)

-- ClientSecretRepository.live

SELECT "ClientSecret".*
FROM "client_secrets" "ClientSecret"
WHERE (
  ("ClientSecret"."application_id" IN (?, …))
    AND ("ClientSecret"."revoked_at" IS NULL)
    AND ("ClientSecret"."expires_at" IS NULL OR "ClientSecret"."expires_at" > ?)
    AND ("ClientSecret"."site_id" = ?)
)
ORDER BY "ClientSecret"."id" ASC;
-- plan: SEARCH ClientSecret USING INDEX ix_client_secrets_site_id (site_id=?)
-- plan: USE TEMP B-TREE FOR ORDER BY

-- ClientSecretRepository.expireLive

UPDATE "client_secrets"
SET "expires_at" = ?
WHERE ("application_id" = ? AND "revoked_at" IS NULL AND ("expires_at" IS NULL OR "expires_at" > ?) AND "site_id" = ?);
-- plan: SEARCH client_secrets USING INDEX ix_client_secrets_site_id (site_id=?)

-- ClientSecretRepository.revoke

UPDATE "client_secrets"
SET "revoked_at" = ?
WHERE (
  "id" = ?
    AND "application_id" = ?
    AND "revoked_at" IS NULL
    AND ("expires_at" IS NULL OR "expires_at" > ?)
    AND "site_id" = ?
);
-- plan: SEARCH client_secrets USING INDEX sqlite_autoindex_client_secrets_1 (id=?)

UPDATE "client_secrets"
SET "revoked_at" = ?
WHERE ("id" = ? AND "revoked_at" IS NULL AND ("expires_at" IS NULL OR "expires_at" > ?) AND "site_id" = ?);
-- plan: SEARCH client_secrets USING INDEX sqlite_autoindex_client_secrets_1 (id=?)

-- ClientSecretRepository.revokeAll

UPDATE "client_secrets"
SET "revoked_at" = ?
WHERE ("application_id" = ? AND "revoked_at" IS NULL AND ("expires_at" IS NULL OR "expires_at" > ?) AND "site_id" = ?);
-- plan: SEARCH client_secrets USING INDEX ix_client_secrets_site_id (site_id=?)
