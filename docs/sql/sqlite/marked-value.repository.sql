-- Written by `npm run sql`, see docs/database.md. The plans are those of SQLite.

-- MarkedValueRepository.keep

UPDATE "token_values"
SET "transferred_from" = ?, "transferred_at" = ?
WHERE ("token_id" = ? AND "valid_until" > ? AND "site_id" = ?);
-- plan: SEARCH token_values USING INDEX ix_token_values_site_id (site_id=?)

-- MarkedValueRepository.end

UPDATE "token_values"
SET "valid_until" = ?
WHERE ("token_id" = ? AND "valid_until" > ? AND NOT("transferred_at" IS NULL) AND "site_id" = ?);
-- plan: SEARCH token_values USING INDEX ix_token_values_site_id (site_id=?)

-- MarkedValueRepository.endOfApplication

SELECT id
FROM tokens
WHERE site_id = ?
  AND application_id = ?
  AND transferred_at IS NOT NULL
  AND tokens.revoked_at IS NULL
  AND (tokens.expires_at IS NULL OR tokens.expires_at > ?)
ORDER BY id;
-- plan: SEARCH tokens USING INDEX ix_tokens_site_id_id (site_id=?)

UPDATE token_values
SET valid_until = ?
WHERE site_id = ?
  AND transferred_at IS NOT NULL
  AND valid_until > ?
  AND token_id IN (SELECT t.id FROM tokens t WHERE t.application_id = ?);
-- plan: SEARCH token_values USING INDEX ix_token_values_site_id (site_id=?)
-- plan: LIST SUBQUERY 1
-- plan: SEARCH t USING INDEX ix_tokens_application_id_revoked_at_expires_at (application_id=?)
-- plan: CREATE BLOOM FILTER

UPDATE tokens
SET revoked_at = ?, revoked_reason = ?
WHERE site_id = ?
  AND application_id = ?
  AND transferred_at IS NOT NULL
  AND tokens.revoked_at IS NULL
  AND (tokens.expires_at IS NULL OR tokens.expires_at > ?);
-- plan: SEARCH tokens USING INDEX ix_tokens_application_id_revoked_at_expires_at (application_id=? AND revoked_at=?)
