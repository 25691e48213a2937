-- Written by `npm run sql`, see docs/database.md. The plans are those of MariaDB 10.11.

-- MarkedValueRepository.keep

UPDATE `token_values`
SET `transferred_from` = ?, `transferred_at` = ?
WHERE (`token_id` = ? AND `valid_until` > ? AND `site_id` = ?);
-- plan: token_values: range ix_token_values_token_id (token_id)

-- MarkedValueRepository.end

UPDATE `token_values`
SET `valid_until` = ?
WHERE (`token_id` = ? AND `valid_until` > ? AND NOT(`transferred_at` IS NULL) AND `site_id` = ?);
-- plan: token_values: range ix_token_values_token_id (token_id)

-- MarkedValueRepository.endOfApplication

SELECT id
FROM tokens
WHERE site_id = ?
  AND application_id = ?
  AND transferred_at IS NOT NULL
  AND tokens.revoked_at IS NULL
  AND (tokens.expires_at IS NULL OR tokens.expires_at > ?)
ORDER BY id;
-- plan: tokens: range ix_tokens_application_id_revoked_at_expires_at (application_id, revoked_at, expires_at)

UPDATE token_values
SET valid_until = ?
WHERE site_id = ?
  AND transferred_at IS NOT NULL
  AND valid_until > ?
  AND token_id IN (SELECT t.id FROM tokens t WHERE t.application_id = ?);
-- plan: token_values: range ix_token_values_site_id (site_id)
-- plan: t: ref ix_tokens_application_id_revoked_at_expires_at (application_id)

UPDATE tokens
SET revoked_at = ?, revoked_reason = ?
WHERE site_id = ?
  AND application_id = ?
  AND transferred_at IS NOT NULL
  AND tokens.revoked_at IS NULL
  AND (tokens.expires_at IS NULL OR tokens.expires_at > ?);
-- plan: tokens: range ix_tokens_application_id_revoked_at_expires_at (application_id, revoked_at, expires_at)
