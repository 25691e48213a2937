-- Written by `npm run sql`, see docs/database.md. The plans are those of SQLite.

-- LineageHandover.ofTokens

SELECT DISTINCT COALESCE(token_values.lineage_key, token_values.token_id) AS parent, issued_with_kind AS kind,
  issued_with AS issuedWith
FROM token_values
WHERE token_id IN (?, …)
  AND (
    EXISTS (
      SELECT 1 FROM token_values c WHERE c.issued_with = COALESCE(token_values.lineage_key, token_values.token_id)
    )
      OR EXISTS (
        SELECT 1 FROM client_secrets c WHERE c.issued_with = COALESCE(token_values.lineage_key, token_values.token_id)
      )
  );
-- plan: SEARCH token_values USING INDEX ix_token_values_token_id (token_id=?)
-- plan: CORRELATED SCALAR SUBQUERY 1
-- plan: SEARCH c USING COVERING INDEX ix_token_values_issued_with (issued_with=?)
-- plan: CORRELATED SCALAR SUBQUERY 2
-- plan: SEARCH c USING COVERING INDEX ix_client_secrets_issued_with (issued_with=?)
-- plan: USE TEMP B-TREE FOR DISTINCT

UPDATE client_secrets
SET issued_with_kind = ?, issued_with = ?
WHERE issued_with = ?;
-- plan: SEARCH client_secrets USING INDEX ix_client_secrets_issued_with (issued_with=?)

UPDATE token_values
SET issued_with_kind = ?, issued_with = ?
WHERE issued_with = ?;
-- plan: SEARCH token_values USING INDEX ix_token_values_issued_with (issued_with=?)

-- LineageHandover.ofValues

SELECT DISTINCT COALESCE(token_values.lineage_key, token_values.token_id) AS parent, issued_with_kind AS kind,
  issued_with AS issuedWith
FROM token_values
WHERE hash IN (?, …)
  AND NOT EXISTS (
    SELECT 1
    FROM token_values o
    WHERE o.token_id = token_values.token_id
      AND o.hash NOT IN (?, …)
      AND COALESCE(o.lineage_key, o.token_id) = COALESCE(token_values.lineage_key, token_values.token_id)
  )
  AND (
    EXISTS (
      SELECT 1 FROM token_values c WHERE c.issued_with = COALESCE(token_values.lineage_key, token_values.token_id)
    )
      OR EXISTS (
        SELECT 1 FROM client_secrets c WHERE c.issued_with = COALESCE(token_values.lineage_key, token_values.token_id)
      )
  );
-- plan: SEARCH token_values USING INDEX sqlite_autoindex_token_values_1 (hash=?)
-- plan: CORRELATED SCALAR SUBQUERY 1
-- plan: SEARCH o USING INDEX ix_token_values_token_id (token_id=?)
-- plan: CORRELATED SCALAR SUBQUERY 2
-- plan: SEARCH c USING COVERING INDEX ix_token_values_issued_with (issued_with=?)
-- plan: CORRELATED SCALAR SUBQUERY 3
-- plan: SEARCH c USING COVERING INDEX ix_client_secrets_issued_with (issued_with=?)
-- plan: USE TEMP B-TREE FOR DISTINCT

-- LineageHandover.ofSecrets

SELECT DISTINCT client_secrets.id AS parent, issued_with_kind AS kind, issued_with AS issuedWith
FROM client_secrets
WHERE id IN (?, …)
  AND (
    EXISTS (SELECT 1 FROM token_values c WHERE c.issued_with = client_secrets.id)
      OR EXISTS (SELECT 1 FROM client_secrets c WHERE c.issued_with = client_secrets.id)
  );
-- plan: SEARCH client_secrets USING INDEX sqlite_autoindex_client_secrets_1 (id=?)
-- plan: CORRELATED SCALAR SUBQUERY 1
-- plan: SEARCH c USING COVERING INDEX ix_token_values_issued_with (issued_with=?)
-- plan: CORRELATED SCALAR SUBQUERY 2
-- plan: SEARCH c USING COVERING INDEX ix_client_secrets_issued_with (issued_with=?)

UPDATE client_secrets
SET issued_with_kind = ?, issued_with = ?
WHERE issued_with = ?;
-- plan: SEARCH client_secrets USING INDEX ix_client_secrets_issued_with (issued_with=?)

UPDATE token_values
SET issued_with_kind = ?, issued_with = ?
WHERE issued_with = ?;
-- plan: SEARCH token_values USING INDEX ix_token_values_issued_with (issued_with=?)
