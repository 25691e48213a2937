-- Written by `npm run sql`, see docs/database.md. The plans are those of SQLite.

-- LineageRepository.keysOfToken

SELECT DISTINCT COALESCE("row"."lineage_key", "row"."token_id") AS "maker"
FROM "token_values" "row"
WHERE (
  "row"."token_id" = ?
    AND (
      EXISTS (SELECT 1 FROM token_values c WHERE c.issued_with = COALESCE("row"."lineage_key", "row"."token_id"))
        OR EXISTS (
          SELECT 1 FROM client_secrets c WHERE c.issued_with = COALESCE("row"."lineage_key", "row"."token_id")
        )
    )
)
  AND ("row"."site_id" = ?);
-- plan: SEARCH row USING INDEX ix_token_values_site_id (site_id=?)
-- plan: CORRELATED SCALAR SUBQUERY 1
-- plan: SEARCH c USING COVERING INDEX ix_token_values_issued_with (issued_with=?)
-- plan: CORRELATED SCALAR SUBQUERY 2
-- plan: SEARCH c USING COVERING INDEX ix_client_secrets_issued_with (issued_with=?)
-- plan: USE TEMP B-TREE FOR DISTINCT

-- LineageRepository.keysOfApplication

SELECT DISTINCT COALESCE("row"."lineage_key", "row"."token_id") AS "maker"
FROM "token_values" "row"
WHERE (
  "row"."token_id" IN (SELECT t.id FROM tokens t WHERE t.application_id = ?)
    AND (
      EXISTS (SELECT 1 FROM token_values c WHERE c.issued_with = COALESCE("row"."lineage_key", "row"."token_id"))
        OR EXISTS (
          SELECT 1 FROM client_secrets c WHERE c.issued_with = COALESCE("row"."lineage_key", "row"."token_id")
        )
    )
)
  AND ("row"."site_id" = ?);
-- plan: SEARCH row USING INDEX ix_token_values_site_id (site_id=?)
-- plan: LIST SUBQUERY 1
-- plan: SEARCH t USING INDEX ix_tokens_application_id_revoked_at_expires_at (application_id=?)
-- plan: CREATE BLOOM FILTER
-- plan: CORRELATED SCALAR SUBQUERY 2
-- plan: SEARCH c USING COVERING INDEX ix_token_values_issued_with (issued_with=?)
-- plan: CORRELATED SCALAR SUBQUERY 3
-- plan: SEARCH c USING COVERING INDEX ix_client_secrets_issued_with (issued_with=?)
-- plan: USE TEMP B-TREE FOR DISTINCT

SELECT json_group_array(id) AS ids, MAX(id) AS last
FROM (
  SELECT s.id
  FROM client_secrets s
  WHERE s.site_id = ?
    AND s.application_id = ?
    AND (
      EXISTS (SELECT 1 FROM token_values c WHERE c.issued_with = s.id)
        OR EXISTS (SELECT 1 FROM client_secrets c WHERE c.issued_with = s.id)
    )
  ORDER BY s.id
  LIMIT n
) some;
-- plan: CO-ROUTINE some
-- plan: SEARCH s USING INDEX ix_client_secrets_site_id (site_id=?)
-- plan: CORRELATED SCALAR SUBQUERY 1
-- plan: SEARCH c USING COVERING INDEX ix_token_values_issued_with (issued_with=?)
-- plan: CORRELATED SCALAR SUBQUERY 2
-- plan: SEARCH c USING COVERING INDEX ix_client_secrets_issued_with (issued_with=?)
-- plan: USE TEMP B-TREE FOR ORDER BY
-- plan: SCAN some

-- LineageRepository.makingChildren

SELECT DISTINCT COALESCE("row"."lineage_key", "row"."token_id") AS "maker"
FROM "token_values" "row"
WHERE (
  "row"."issued_with" IN (?, …)
    AND (
      EXISTS (SELECT 1 FROM token_values c WHERE c.issued_with = COALESCE("row"."lineage_key", "row"."token_id"))
        OR EXISTS (
          SELECT 1 FROM client_secrets c WHERE c.issued_with = COALESCE("row"."lineage_key", "row"."token_id")
        )
    )
)
  AND ("row"."site_id" = ?);
-- plan: SEARCH row USING INDEX ix_token_values_site_id (site_id=?)
-- plan: CORRELATED SCALAR SUBQUERY 1
-- plan: SEARCH c USING COVERING INDEX ix_token_values_issued_with (issued_with=?)
-- plan: CORRELATED SCALAR SUBQUERY 2
-- plan: SEARCH c USING COVERING INDEX ix_client_secrets_issued_with (issued_with=?)
-- plan: USE TEMP B-TREE FOR DISTINCT

SELECT json_group_array(id) AS ids, MAX(id) AS last
FROM (
  SELECT s.id
  FROM client_secrets s
  WHERE s.site_id = ?
    AND s.issued_with IN (?, …)
    AND (
      EXISTS (SELECT 1 FROM token_values c WHERE c.issued_with = s.id)
        OR EXISTS (SELECT 1 FROM client_secrets c WHERE c.issued_with = s.id)
    )
  ORDER BY s.id
) some;
-- plan: CO-ROUTINE some
-- plan: SEARCH s USING INDEX ix_client_secrets_site_id (site_id=?)
-- plan: CORRELATED SCALAR SUBQUERY 1
-- plan: SEARCH c USING COVERING INDEX ix_token_values_issued_with (issued_with=?)
-- plan: CORRELATED SCALAR SUBQUERY 2
-- plan: SEARCH c USING COVERING INDEX ix_client_secrets_issued_with (issued_with=?)
-- plan: USE TEMP B-TREE FOR ORDER BY
-- plan: SCAN some

-- LineageRepository.liveTokens

SELECT json_group_array(id) AS ids, MAX(id) AS last
FROM (
  SELECT t.id
  FROM token_values v
  JOIN tokens t ON t.id = v.token_id
  WHERE v.site_id = ?
    AND v.issued_with IN (?, …)
    AND v.valid_until IS NULL
    AND t.revoked_at IS NULL
    AND (t.expires_at IS NULL OR t.expires_at > ?)
    AND t.owner_id = ?
    AND (t.application_id IS NULL OR t.application_id <> ?)
) some;
-- plan: SEARCH v USING INDEX ix_token_values_site_id (site_id=?)
-- plan: SEARCH t USING INDEX sqlite_autoindex_tokens_1 (id=?)

SELECT json_group_array(id) AS ids, MAX(id) AS last
FROM (
  SELECT t.id
  FROM token_values v
  JOIN tokens t ON t.id = v.token_id
  WHERE v.site_id = ?
    AND v.issued_with IN (?, …)
    AND v.valid_until IS NULL
    AND t.revoked_at IS NULL
    AND (t.expires_at IS NULL OR t.expires_at > ?)
    AND t.owner_id = ?
) some;
-- plan: SEARCH v USING INDEX ix_token_values_site_id (site_id=?)
-- plan: SEARCH t USING INDEX sqlite_autoindex_tokens_1 (id=?)

SELECT json_group_array(id) AS ids, MAX(id) AS last
FROM (
  SELECT t.id
  FROM token_values v
  JOIN tokens t ON t.id = v.token_id
  WHERE v.site_id = ?
    AND v.issued_with IN (?, …)
    AND v.valid_until IS NULL
    AND t.revoked_at IS NULL
    AND (t.expires_at IS NULL OR t.expires_at > ?)
) some;
-- plan: SEARCH v USING INDEX ix_token_values_site_id (site_id=?)
-- plan: SEARCH t USING INDEX sqlite_autoindex_tokens_1 (id=?)

-- LineageRepository.liveSecrets

SELECT json_group_array(id) AS ids, MAX(id) AS last
FROM (
  SELECT s.id
  FROM client_secrets s
  JOIN applications a ON a.id = s.application_id
  WHERE s.site_id = ?
    AND s.issued_with IN (?, …)
    AND a.deleted_at IS NULL
    AND s.revoked_at IS NULL
    AND (s.expires_at IS NULL OR s.expires_at > ?)
    AND a.owner_id = ?
    AND (a.id IS NULL OR a.id <> ?)
) some;
-- plan: SEARCH s USING INDEX ix_client_secrets_site_id (site_id=?)
-- plan: SEARCH a USING INDEX ix_applications_owner_id_id (owner_id=? AND id=?)

SELECT json_group_array(id) AS ids, MAX(id) AS last
FROM (
  SELECT s.id
  FROM client_secrets s
  JOIN applications a ON a.id = s.application_id
  WHERE s.site_id = ?
    AND s.issued_with IN (?, …)
    AND a.deleted_at IS NULL
    AND s.revoked_at IS NULL
    AND (s.expires_at IS NULL OR s.expires_at > ?)
    AND a.owner_id = ?
) some;
-- plan: SEARCH s USING INDEX ix_client_secrets_site_id (site_id=?)
-- plan: SEARCH a USING INDEX ix_applications_owner_id_id (owner_id=? AND id=?)

SELECT json_group_array(id) AS ids, MAX(id) AS last
FROM (
  SELECT s.id
  FROM client_secrets s
  JOIN applications a ON a.id = s.application_id
  WHERE s.site_id = ?
    AND s.issued_with IN (?, …)
    AND a.deleted_at IS NULL
    AND s.revoked_at IS NULL
    AND (s.expires_at IS NULL OR s.expires_at > ?)
) some;
-- plan: SEARCH s USING INDEX ix_client_secrets_site_id (site_id=?)
-- plan: SEARCH a USING INDEX sqlite_autoindex_applications_1 (id=?)

-- LineageRepository.revokeTokens

UPDATE tokens
SET revoked_at = ?, revoked_reason = ?
WHERE site_id = ? AND revoked_at IS NULL AND id IN (?, …);
-- plan: SEARCH tokens USING INDEX ix_tokens_site_id_id (site_id=? AND id=?)

-- LineageRepository.revokeSecrets

UPDATE client_secrets
SET revoked_at = ?
WHERE site_id = ? AND revoked_at IS NULL AND id IN (?, …);
-- plan: SEARCH client_secrets USING INDEX sqlite_autoindex_client_secrets_1 (id=?)

-- LineageRepository.endSuperseded

UPDATE "token_values"
SET "valid_until" = ?
WHERE ("issued_with" IN (?, …) AND "valid_until" > ? AND "site_id" = ?);
-- plan: SEARCH token_values USING INDEX ix_token_values_site_id (site_id=?)
