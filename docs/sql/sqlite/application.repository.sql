-- Written by `npm run sql`, see docs/database.md. The plans are those of SQLite.

-- ApplicationRepository.insert

INSERT INTO "applications"(
  "id", "site_id", "owner_id", "created_by", "name", "description", "client_id", "scopes", "ceiling", "token_format",
    "token_ttl_seconds", "ends_at", "access_token_id", "transferred_from", "transferred_at", "created_at",
    "updated_at", "deleted_at"
)
VALUES (?, …);

-- ApplicationRepository.ownedBy

SELECT "Application".*
FROM "applications" "Application"
WHERE (
  ("Application"."id" = ?)
    AND ("Application"."owner_id" = ?)
    AND ("Application"."deleted_at" IS NULL)
    AND ("Application"."site_id" = ?)
)
LIMIT 1;
-- plan: SEARCH Application USING INDEX sqlite_autoindex_applications_1 (id=?)

-- ApplicationRepository.ownedByForUpdate

SELECT "Application".*
FROM "applications" "Application"
WHERE (
  ("Application"."id" = ?)
    AND ("Application"."owner_id" = ?)
    AND ("Application"."deleted_at" IS NULL)
    AND ("Application"."site_id" = ?)
)
LIMIT 1;
-- plan: SEARCH Application USING INDEX sqlite_autoindex_applications_1 (id=?)

-- ApplicationRepository.byIdForUpdate

SELECT "Application".*
FROM "applications" "Application"
WHERE (("Application"."id" = ?) AND ("Application"."deleted_at" IS NULL) AND ("Application"."site_id" = ?))
LIMIT 1;
-- plan: SEARCH Application USING INDEX sqlite_autoindex_applications_1 (id=?)

-- ApplicationRepository.page

SELECT "row".*
FROM "applications" "row"
WHERE (("row"."owner_id" = ?) AND ("row"."deleted_at" IS NULL) AND ("row"."site_id" = ?)) AND ("row"."site_id" = ?)
ORDER BY "row"."id" DESC
LIMIT n;
-- plan: SEARCH row USING INDEX ix_applications_site_id_id (site_id=?)

SELECT "row".*
FROM "applications" "row"
WHERE ((("row"."owner_id" = ?) AND ("row"."deleted_at" IS NULL) AND ("row"."site_id" = ?)) AND "row"."id" < ?)
  AND ("row"."site_id" = ?)
ORDER BY "row"."id" DESC
LIMIT n;
-- plan: SEARCH row USING INDEX ix_applications_site_id_id (site_id=? AND id<?)

-- ApplicationRepository.update

UPDATE "applications"
SET "access_token_id" = ?
WHERE ("id" = ? AND "site_id" = ?);
-- plan: SEARCH applications USING INDEX sqlite_autoindex_applications_1 (id=?)

-- ApplicationRepository.edit

UPDATE "applications"
SET "ceiling" = ?, "updated_at" = ?
WHERE ("id" = ? AND "site_id" = ?);
-- plan: SEARCH applications USING INDEX sqlite_autoindex_applications_1 (id=?)

UPDATE "applications"
SET "name" = ?, "token_ttl_seconds" = 60, "updated_at" = ?
WHERE ("id" = ? AND "site_id" = ?);
-- plan: SEARCH applications USING INDEX sqlite_autoindex_applications_1 (id=?)

UPDATE "applications"
SET "token_ttl_seconds" = 3600, "updated_at" = ?
WHERE ("id" = ? AND "site_id" = ?);
-- plan: SEARCH applications USING INDEX sqlite_autoindex_applications_1 (id=?)

-- ApplicationRepository.delete

UPDATE "applications"
SET "deleted_at" = ?, "updated_at" = ?
WHERE ("id" = ? AND "site_id" = ?);
-- plan: SEARCH applications USING INDEX sqlite_autoindex_applications_1 (id=?)

-- ApplicationRepository.forgetAccessTokens

UPDATE "applications"
SET "access_token_id" = ?
WHERE "access_token_id" IN (?, …);
-- plan: SEARCH applications USING INDEX ix_applications_access_token_id (access_token_id=?)

-- ApplicationRepository.unmarkWhenRenewed

SELECT "Application".*
FROM "applications" "Application"
WHERE (("Application"."id" = ?) AND ("Application"."site_id" = ?))
LIMIT 1;
-- plan: SEARCH Application USING INDEX sqlite_autoindex_applications_1 (id=?)

UPDATE applications
SET transferred_from = NULL, transferred_at = NULL
WHERE site_id = ?
  AND id = ?
  AND transferred_at IS NOT NULL
  AND NOT (
    EXISTS (
      SELECT 1
      FROM client_secrets s
      WHERE s.application_id = applications.id
        AND s.revoked_at IS NULL
        AND (s.expires_at IS NULL OR s.expires_at > ?)
        AND (
          s.created_at <= applications.transferred_at
            OR (
              NOT EXISTS (SELECT 1 FROM users u WHERE u.id = applications.transferred_from AND u.status <> 'removed')
                AND COALESCE(s.made_by, applications.created_by) = applications.transferred_from
            )
        )
    )
      OR EXISTS (
        SELECT 1
        FROM tokens t
        WHERE t.application_id = applications.id
          AND t.revoked_at IS NULL
          AND (t.expires_at IS NULL OR t.expires_at > ?)
          AND (
            COALESCE(t.rotated_at, t.created_at) <= applications.transferred_at
              OR (
                NOT EXISTS (
                  SELECT 1 FROM users u WHERE u.id = applications.transferred_from AND u.status <> 'removed'
                )
                  AND t.id = applications.access_token_id
                  AND EXISTS (
                    SELECT 1
                    FROM token_values v
                    WHERE v.token_id = t.id
                      AND v.valid_until IS NULL
                      AND COALESCE(v.made_by, t.created_by) = applications.transferred_from
                  )
              )
          )
      )
  );
-- plan: SEARCH applications USING INDEX sqlite_autoindex_applications_1 (id=?)
-- plan: CORRELATED SCALAR SUBQUERY 2
-- plan: SEARCH s USING INDEX ix_client_secrets_application_id (application_id=?)
-- plan: CORRELATED SCALAR SUBQUERY 1
-- plan: SEARCH u USING INDEX sqlite_autoindex_users_1 (id=?)
-- plan: CORRELATED SCALAR SUBQUERY 5
-- plan: SEARCH t USING INDEX ix_tokens_application_id_revoked_at_expires_at (application_id=? AND revoked_at=?)
-- plan: CORRELATED SCALAR SUBQUERY 3
-- plan: SEARCH u USING INDEX sqlite_autoindex_users_1 (id=?)
-- plan: CORRELATED SCALAR SUBQUERY 4
-- plan: SEARCH v USING INDEX ix_token_values_token_id (token_id=?)

-- ApplicationRepository.stillInherited

SELECT "row"."id" AS "id"
FROM "applications" "row"
WHERE (
  "row"."id" IN (?, …)
    AND "row"."transferred_at" IS NOT NULL
    AND (
      EXISTS (
        SELECT 1
        FROM client_secrets s
        WHERE s.application_id = "row"."id"
          AND s.revoked_at IS NULL
          AND (s.expires_at IS NULL OR s.expires_at > ?)
          AND (
            s.created_at <= row.transferred_at
              OR (
                NOT EXISTS (SELECT 1 FROM users u WHERE u.id = "row"."transferred_from" AND u.status <> 'removed')
                  AND COALESCE(s.made_by, "row"."created_by") = "row"."transferred_from"
              )
          )
      )
        OR EXISTS (
          SELECT 1
          FROM tokens t
          WHERE t.application_id = "row"."id"
            AND t.revoked_at IS NULL
            AND (t.expires_at IS NULL OR t.expires_at > ?)
            AND (
              COALESCE(t.rotated_at, t.created_at) <= row.transferred_at
                OR (
                  NOT EXISTS (SELECT 1 FROM users u WHERE u.id = "row"."transferred_from" AND u.status <> 'removed')
                    AND t.id = "row"."access_token_id"
                    AND EXISTS (
                      SELECT 1
                      FROM token_values v
                      WHERE v.token_id = t.id
                        AND v.valid_until IS NULL
                        AND COALESCE(v.made_by, t.created_by) = "row"."transferred_from"
                    )
                )
            )
        )
    )
)
  AND ("row"."site_id" = ?);
-- plan: SEARCH row USING INDEX ix_applications_site_id_id (site_id=? AND id=?)
-- plan: CORRELATED SCALAR SUBQUERY 2
-- plan: SEARCH s USING INDEX ix_client_secrets_application_id (application_id=?)
-- plan: CORRELATED SCALAR SUBQUERY 1
-- plan: SEARCH u USING INDEX sqlite_autoindex_users_1 (id=?)
-- plan: CORRELATED SCALAR SUBQUERY 5
-- plan: SEARCH t USING INDEX ix_tokens_application_id_revoked_at_expires_at (application_id=? AND revoked_at=?)
-- plan: CORRELATED SCALAR SUBQUERY 3
-- plan: SEARCH u USING INDEX sqlite_autoindex_users_1 (id=?)
-- plan: CORRELATED SCALAR SUBQUERY 4
-- plan: SEARCH v USING INDEX ix_token_values_token_id (token_id=?)

-- ApplicationRepository.inheritanceOf

SELECT "Application".*
FROM "applications" "Application"
WHERE (("Application"."id" = ?) AND ("Application"."site_id" = ?))
LIMIT 1;
-- plan: SEARCH Application USING INDEX sqlite_autoindex_applications_1 (id=?)

UPDATE applications
SET transferred_from = NULL, transferred_at = NULL
WHERE site_id = ?
  AND id = ?
  AND transferred_at IS NOT NULL
  AND NOT (
    EXISTS (
      SELECT 1
      FROM client_secrets s
      WHERE s.application_id = applications.id
        AND s.revoked_at IS NULL
        AND (s.expires_at IS NULL OR s.expires_at > ?)
        AND (
          s.created_at <= applications.transferred_at
            OR (
              NOT EXISTS (SELECT 1 FROM users u WHERE u.id = applications.transferred_from AND u.status <> 'removed')
                AND COALESCE(s.made_by, applications.created_by) = applications.transferred_from
            )
        )
    )
      OR EXISTS (
        SELECT 1
        FROM tokens t
        WHERE t.application_id = applications.id
          AND t.revoked_at IS NULL
          AND (t.expires_at IS NULL OR t.expires_at > ?)
          AND (
            COALESCE(t.rotated_at, t.created_at) <= applications.transferred_at
              OR (
                NOT EXISTS (
                  SELECT 1 FROM users u WHERE u.id = applications.transferred_from AND u.status <> 'removed'
                )
                  AND t.id = applications.access_token_id
                  AND EXISTS (
                    SELECT 1
                    FROM token_values v
                    WHERE v.token_id = t.id
                      AND v.valid_until IS NULL
                      AND COALESCE(v.made_by, t.created_by) = applications.transferred_from
                  )
              )
          )
      )
  );
-- plan: SEARCH applications USING INDEX sqlite_autoindex_applications_1 (id=?)
-- plan: CORRELATED SCALAR SUBQUERY 2
-- plan: SEARCH s USING INDEX ix_client_secrets_application_id (application_id=?)
-- plan: CORRELATED SCALAR SUBQUERY 1
-- plan: SEARCH u USING INDEX sqlite_autoindex_users_1 (id=?)
-- plan: CORRELATED SCALAR SUBQUERY 5
-- plan: SEARCH t USING INDEX ix_tokens_application_id_revoked_at_expires_at (application_id=? AND revoked_at=?)
-- plan: CORRELATED SCALAR SUBQUERY 3
-- plan: SEARCH u USING INDEX sqlite_autoindex_users_1 (id=?)
-- plan: CORRELATED SCALAR SUBQUERY 4
-- plan: SEARCH v USING INDEX ix_token_values_token_id (token_id=?)
