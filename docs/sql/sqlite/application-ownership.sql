-- Written by `npm run sql`, see docs/database.md. The plans are those of SQLite.

-- ApplicationOwnership.liveAfter

SELECT json_group_array(id) AS ids, MAX(id) AS last
FROM (SELECT id FROM applications WHERE owner_id = ? AND deleted_at IS NULL AND id > ? ORDER BY id LIMIT ?) some;
-- plan: CO-ROUTINE some
-- plan: SEARCH applications USING INDEX ix_applications_owner_id_id (owner_id=? AND id>?)
-- plan: SCAN some

-- ApplicationOwnership.names

SELECT "row"."id" AS id, "row"."name" AS name
FROM "applications" "row"
WHERE ("row"."id" IN (?, …)) AND ("row"."site_id" = ?);
-- plan: SEARCH row USING INDEX ix_applications_site_id_id (site_id=? AND id=?)

-- ApplicationOwnership.transfer

UPDATE applications
SET ceiling = CASE WHEN scopes IS NULL AND ceiling IS NULL THEN ? ELSE TRIM(
  CONCAT(
    CASE WHEN (scopes IS NULL OR INSTR(CONCAT(' ', scopes, ' '), ?) > 0) AND (
      ceiling IS NULL OR INSTR(CONCAT(' ', ceiling, ' '), ?) > 0
    ) THEN ? ELSE '' END, …
  )
) END, owner_id = ?, transferred_from = ?, transferred_at = ?, updated_at = ?
WHERE site_id = ? AND owner_id = ? AND deleted_at IS NULL;
-- plan: SEARCH applications USING INDEX ix_applications_owner_id_id (owner_id=?)

UPDATE applications
SET owner_id = ?
WHERE site_id = ? AND owner_id = ?;
-- plan: SEARCH applications USING INDEX ix_applications_owner_id_id (owner_id=?)

-- ApplicationOwnership.markMadeBy

UPDATE applications
SET transferred_from = ?, transferred_at = ?, updated_at = ?
WHERE site_id = ?
  AND deleted_at IS NULL
  AND owner_id IN (SELECT id FROM users WHERE site_id = ? AND kind = 'service')
  AND (
    EXISTS (
      SELECT 1
      FROM client_secrets s
      WHERE s.application_id = applications.id
        AND s.revoked_at IS NULL
        AND (s.expires_at IS NULL OR s.expires_at > ?)
        AND COALESCE(s.made_by, applications.created_by) = ?
    )
      OR EXISTS (
        SELECT 1
        FROM tokens t
        JOIN token_values v ON v.token_id = t.id
        WHERE t.id = applications.access_token_id
          AND t.revoked_at IS NULL
          AND (t.expires_at IS NULL OR t.expires_at > ?)
          AND v.valid_until IS NULL
          AND COALESCE(v.made_by, t.created_by) = ?
      )
  )
  AND COALESCE(transferred_from, '') <> ?;
-- plan: SEARCH applications USING INDEX ix_applications_site_id_id (site_id=?)
-- plan: LIST SUBQUERY 1
-- plan: SEARCH users USING INDEX ix_users_site_id_id (site_id=?)
-- plan: CREATE BLOOM FILTER
-- plan: CORRELATED SCALAR SUBQUERY 2
-- plan: SEARCH s USING INDEX ix_client_secrets_application_id (application_id=?)
-- plan: CORRELATED SCALAR SUBQUERY 3
-- plan: SEARCH t USING INDEX sqlite_autoindex_tokens_1 (id=?)
-- plan: SEARCH v USING INDEX ix_token_values_token_id (token_id=?)

-- ApplicationOwnership.madeBy

SELECT "Application".*
FROM "applications" "Application"
WHERE (("Application"."id" IN (?, …)) AND ("Application"."site_id" = ?))
ORDER BY "Application"."id" ASC;
-- plan: SEARCH Application USING INDEX sqlite_autoindex_applications_1 (id=?)

SELECT json_group_array(id) AS ids, MAX(id) AS last
FROM (
  SELECT id
  FROM applications
  WHERE site_id = ?
    AND deleted_at IS NULL
    AND owner_id IN (SELECT id FROM users WHERE site_id = ? AND kind = 'service')
    AND (
      EXISTS (
        SELECT 1
        FROM client_secrets s
        WHERE s.application_id = applications.id
          AND s.revoked_at IS NULL
          AND (s.expires_at IS NULL OR s.expires_at > ?)
          AND COALESCE(s.made_by, applications.created_by) = ?
      )
        OR EXISTS (
          SELECT 1
          FROM tokens t
          JOIN token_values v ON v.token_id = t.id
          WHERE t.id = applications.access_token_id
            AND t.revoked_at IS NULL
            AND (t.expires_at IS NULL OR t.expires_at > ?)
            AND v.valid_until IS NULL
            AND COALESCE(v.made_by, t.created_by) = ?
        )
    )
  ORDER BY id
  LIMIT ?
) some;
-- plan: CO-ROUTINE some
-- plan: SEARCH applications USING INDEX ix_applications_site_id_id (site_id=?)
-- plan: LIST SUBQUERY 1
-- plan: SEARCH users USING INDEX ix_users_site_id_id (site_id=?)
-- plan: CREATE BLOOM FILTER
-- plan: CORRELATED SCALAR SUBQUERY 2
-- plan: SEARCH s USING INDEX ix_client_secrets_application_id (application_id=?)
-- plan: CORRELATED SCALAR SUBQUERY 3
-- plan: SEARCH t USING INDEX sqlite_autoindex_tokens_1 (id=?)
-- plan: SEARCH v USING INDEX ix_token_values_token_id (token_id=?)
-- plan: SCAN some

-- ApplicationOwnership.decommission

UPDATE applications
SET deleted_at = ?, updated_at = ?
WHERE site_id = ? AND owner_id = ? AND deleted_at IS NULL;
-- plan: SEARCH applications USING INDEX ix_applications_owner_id_id (owner_id=?)

UPDATE client_secrets
SET revoked_at = ?
WHERE application_id IN (SELECT id FROM applications WHERE site_id = ? AND owner_id = ? AND deleted_at IS NULL)
  AND site_id = ?
  AND client_secrets.revoked_at IS NULL
  AND (client_secrets.expires_at IS NULL OR client_secrets.expires_at > ?);
-- plan: SEARCH client_secrets USING INDEX ix_client_secrets_site_id (site_id=?)
-- plan: LIST SUBQUERY 1
-- plan: SEARCH applications USING INDEX ix_applications_owner_id_id (owner_id=?)
-- plan: CREATE BLOOM FILTER

-- ApplicationOwnership.inUse

SELECT "row".*, (SELECT MAX(used.last_used_at) FROM tokens used WHERE used.application_id = "row"."id") AS "traffic"
FROM "applications" "row"
WHERE ("row"."owner_id" = ? AND "row"."deleted_at" IS NULL) AND ("row"."site_id" = ?)
ORDER BY "traffic" DESC, "row"."id" DESC
LIMIT n OFFSET n;
-- plan: SEARCH row USING INDEX ix_applications_owner_id_id (owner_id=?)
-- plan: CORRELATED SCALAR SUBQUERY 1
-- plan: SEARCH used USING INDEX ix_tokens_application_id_revoked_at_expires_at (application_id=?)
-- plan: USE TEMP B-TREE FOR ORDER BY

-- ApplicationOwnership.stopping

SELECT "row".*, (SELECT MAX(used.last_used_at) FROM tokens used WHERE used.application_id = "row"."id") AS "traffic"
FROM "applications" "row"
WHERE (
  "row"."owner_id" = ?
    AND "row"."deleted_at" IS NULL
    AND CASE WHEN "row"."scopes" IS NULL AND "row"."ceiling" IS NULL THEN ? ELSE TRIM(
      CONCAT(
        CASE WHEN ("row"."scopes" IS NULL OR INSTR(CONCAT(' ', "row"."scopes", ' '), ?) > 0) AND (
          "row"."ceiling" IS NULL OR INSTR(CONCAT(' ', "row"."ceiling", ' '), ?) > 0
        ) THEN ? ELSE '' END, …
      )
    ) END <> ''
    AND CASE WHEN "row"."scopes" IS NULL AND "row"."ceiling" IS NULL THEN ? ELSE TRIM('') END = ''
)
  AND ("row"."site_id" = ?)
ORDER BY "traffic" DESC, "row"."id" DESC
LIMIT n OFFSET n;
-- plan: SEARCH row USING INDEX ix_applications_owner_id_id (owner_id=?)
-- plan: CORRELATED SCALAR SUBQUERY 1
-- plan: SEARCH used USING INDEX ix_tokens_application_id_revoked_at_expires_at (application_id=?)
-- plan: USE TEMP B-TREE FOR ORDER BY

SELECT "row".*, (SELECT MAX(used.last_used_at) FROM tokens used WHERE used.application_id = "row"."id") AS "traffic"
FROM "applications" "row"
WHERE (
  "row"."owner_id" = ?
    AND "row"."deleted_at" IS NULL
    AND CASE WHEN "row"."scopes" IS NULL AND "row"."ceiling" IS NULL THEN ? ELSE TRIM(
      CONCAT(
        CASE WHEN ("row"."scopes" IS NULL OR INSTR(CONCAT(' ', "row"."scopes", ' '), ?) > 0) AND (
          "row"."ceiling" IS NULL OR INSTR(CONCAT(' ', "row"."ceiling", ' '), ?) > 0
        ) THEN ? ELSE '' END, …
      )
    ) END <> ''
    AND CASE WHEN "row"."scopes" IS NULL AND "row"."ceiling" IS NULL THEN ? ELSE TRIM(
      CONCAT(
        CASE WHEN ("row"."scopes" IS NULL OR INSTR(CONCAT(' ', "row"."scopes", ' '), ?) > 0) AND (
          "row"."ceiling" IS NULL OR INSTR(CONCAT(' ', "row"."ceiling", ' '), ?) > 0
        ) THEN ? ELSE '' END, …
      )
    ) END = ''
)
  AND ("row"."site_id" = ?)
ORDER BY "traffic" DESC, "row"."id" DESC
LIMIT n OFFSET n;
-- plan: SEARCH row USING INDEX ix_applications_owner_id_id (owner_id=?)
-- plan: CORRELATED SCALAR SUBQUERY 1
-- plan: SEARCH used USING INDEX ix_tokens_application_id_revoked_at_expires_at (application_id=?)
-- plan: USE TEMP B-TREE FOR ORDER BY

-- ApplicationOwnership.selfServing

SELECT "row".*, (SELECT MAX(used.last_used_at) FROM tokens used WHERE used.application_id = "row"."id") AS "traffic"
FROM "applications" "row"
WHERE (
  "row"."owner_id" = ?
    AND "row"."deleted_at" IS NULL
    AND EXISTS (
      SELECT 1
      FROM tokens t
      JOIN token_values v ON v.token_id = t.id
      WHERE t.application_id = "row"."id"
        AND (
          EXISTS (SELECT 1 FROM token_values c WHERE c.issued_with = COALESCE(v.lineage_key, v.token_id))
            OR EXISTS (SELECT 1 FROM client_secrets c WHERE c.issued_with = COALESCE(v.lineage_key, v.token_id))
        )
    )
)
  AND ("row"."site_id" = ?)
ORDER BY "traffic" DESC, "row"."id" DESC
LIMIT n OFFSET n;
-- plan: SEARCH row USING INDEX ix_applications_owner_id_id (owner_id=?)
-- plan: CORRELATED SCALAR SUBQUERY 4
-- plan: SEARCH t USING INDEX ix_tokens_application_id_revoked_at_expires_at (application_id=?)
-- plan: SEARCH v USING INDEX ix_token_values_token_id (token_id=?)
-- plan: CORRELATED SCALAR SUBQUERY 2
-- plan: SEARCH c USING COVERING INDEX ix_token_values_issued_with (issued_with=?)
-- plan: CORRELATED SCALAR SUBQUERY 3
-- plan: SEARCH c USING COVERING INDEX ix_client_secrets_issued_with (issued_with=?)
-- plan: CORRELATED SCALAR SUBQUERY 1
-- plan: SEARCH used USING INDEX ix_tokens_application_id_revoked_at_expires_at (application_id=?)
-- plan: USE TEMP B-TREE FOR ORDER BY

-- ApplicationOwnership.countLive

SELECT COUNT(1) AS "cnt"
FROM "applications" "row"
WHERE ("row"."owner_id" = ? AND "row"."deleted_at" IS NULL) AND ("row"."site_id" = ?);
-- plan: SEARCH row USING INDEX ix_applications_owner_id_id (owner_id=?)

-- ApplicationOwnership.byIds

SELECT "Application".*
FROM "applications" "Application"
WHERE (("Application"."id" IN (?, …)) AND ("Application"."site_id" = ?));
-- plan: SEARCH Application USING INDEX sqlite_autoindex_applications_1 (id=?)

-- ApplicationOwnership.digest

SELECT COUNT(*) AS "count",
  COALESCE(
    SUM(
      CRC32(
        CONCAT(
          COALESCE("row"."id", '-'), '|', COALESCE("row"."scopes", '-'), '|', COALESCE("row"."ceiling", '-'), '|',
            COALESCE("row"."access_token_id", '-'), '|', COALESCE("row"."token_ttl_seconds", '-')
        )
      )
    ), 0
  ) AS "sum"
FROM "applications" "row"
WHERE ("row"."owner_id" = ? AND "row"."deleted_at" IS NULL) AND ("row"."site_id" = ?);
-- plan: SEARCH row USING INDEX ix_applications_owner_id_id (owner_id=?)
