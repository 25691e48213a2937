-- Written by `npm run sql`, see docs/database.md. The plans are those of MariaDB 10.11.

-- LineageRepository.keysOfToken

SELECT DISTINCT COALESCE(`row`.`lineage_key`, `row`.`token_id`) AS `maker`
FROM `token_values` `row`
WHERE (
  `row`.`token_id` = ?
    AND (
      EXISTS (SELECT 1 FROM token_values c WHERE c.issued_with = COALESCE(`row`.`lineage_key`, `row`.`token_id`))
        OR EXISTS (
          SELECT 1 FROM client_secrets c WHERE c.issued_with = COALESCE(`row`.`lineage_key`, `row`.`token_id`)
        )
    )
)
  AND (`row`.`site_id` = ?);
-- plan: row: ref ix_token_values_token_id (token_id)
-- plan: c: index_subquery ix_client_secrets_issued_with (issued_with)
-- plan: c: index_subquery ix_token_values_issued_with (issued_with)

-- LineageRepository.keysOfApplication

SELECT DISTINCT COALESCE(`row`.`lineage_key`, `row`.`token_id`) AS `maker`
FROM `token_values` `row`
WHERE (
  `row`.`token_id` IN (SELECT t.id FROM tokens t WHERE t.application_id = ?)
    AND (
      EXISTS (SELECT 1 FROM token_values c WHERE c.issued_with = COALESCE(`row`.`lineage_key`, `row`.`token_id`))
        OR EXISTS (
          SELECT 1 FROM client_secrets c WHERE c.issued_with = COALESCE(`row`.`lineage_key`, `row`.`token_id`)
        )
    )
)
  AND (`row`.`site_id` = ?);
-- plan: t: ref ix_tokens_application_id_revoked_at_expires_at (application_id)
-- plan: row: ref ix_token_values_token_id (token_id)
-- plan: c: index_subquery ix_client_secrets_issued_with (issued_with)
-- plan: c: index_subquery ix_token_values_issued_with (issued_with)

SELECT JSON_ARRAYAGG(id) AS ids, MAX(id) AS last
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
-- plan: <derived2>: ALL
-- plan: s: ref ix_client_secrets_application_id (application_id)
-- plan: c: index_subquery ix_client_secrets_issued_with (issued_with)
-- plan: c: index_subquery ix_token_values_issued_with (issued_with)

-- LineageRepository.makingChildren

SELECT DISTINCT COALESCE(`row`.`lineage_key`, `row`.`token_id`) AS `maker`
FROM `token_values` `row`
WHERE (
  `row`.`issued_with` IN (?, …)
    AND (
      EXISTS (SELECT 1 FROM token_values c WHERE c.issued_with = COALESCE(`row`.`lineage_key`, `row`.`token_id`))
        OR EXISTS (
          SELECT 1 FROM client_secrets c WHERE c.issued_with = COALESCE(`row`.`lineage_key`, `row`.`token_id`)
        )
    )
)
  AND (`row`.`site_id` = ?);
-- plan: row: ref ix_token_values_issued_with (issued_with)
-- plan: c: index_subquery ix_client_secrets_issued_with (issued_with)
-- plan: c: index_subquery ix_token_values_issued_with (issued_with)

SELECT JSON_ARRAYAGG(id) AS ids, MAX(id) AS last
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
-- plan: s: ref ix_client_secrets_issued_with (issued_with)
-- plan: c: ref ix_client_secrets_issued_with (issued_with)
-- plan: c: ref ix_token_values_issued_with (issued_with)

-- LineageRepository.liveTokens

SELECT JSON_ARRAYAGG(id) AS ids, MAX(id) AS last
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
-- plan: v: ref ix_token_values_issued_with (issued_with)
-- plan: t: eq_ref PRIMARY (id)

SELECT JSON_ARRAYAGG(id) AS ids, MAX(id) AS last
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
-- plan: t: range ix_tokens_owner_id_revoked_at_expires_at (owner_id, revoked_at, expires_at)
-- plan: v: ref ix_token_values_token_id (token_id)

SELECT JSON_ARRAYAGG(id) AS ids, MAX(id) AS last
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
-- plan: v: ref ix_token_values_issued_with (issued_with)
-- plan: t: eq_ref PRIMARY (id)

-- LineageRepository.liveSecrets

SELECT JSON_ARRAYAGG(id) AS ids, MAX(id) AS last
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
-- plan: s: ref ix_client_secrets_issued_with (issued_with)
-- plan: a: eq_ref PRIMARY (id)

SELECT JSON_ARRAYAGG(id) AS ids, MAX(id) AS last
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
-- plan: s: ref ix_client_secrets_issued_with (issued_with)
-- plan: a: eq_ref PRIMARY (id)

SELECT JSON_ARRAYAGG(id) AS ids, MAX(id) AS last
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
-- plan: s: ref ix_client_secrets_issued_with (issued_with)
-- plan: a: eq_ref PRIMARY (id)

-- LineageRepository.revokeTokens

UPDATE tokens
SET revoked_at = ?, revoked_reason = ?
WHERE site_id = ? AND revoked_at IS NULL AND id IN (?, …);
-- plan: tokens: range ix_tokens_revoked_at (revoked_at, id)

-- LineageRepository.revokeSecrets

UPDATE client_secrets
SET revoked_at = ?
WHERE site_id = ? AND revoked_at IS NULL AND id IN (?, …);
-- plan: client_secrets: range ix_client_secrets_revoked_at (revoked_at, id)

-- LineageRepository.endSuperseded

UPDATE `token_values`
SET `valid_until` = ?
WHERE (`issued_with` IN (?, …) AND `valid_until` > ? AND `site_id` = ?);
-- plan: token_values: range ix_token_values_issued_with (issued_with)
