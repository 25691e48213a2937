-- Written by `npm run sql`, see docs/database.md. The plans are those of MariaDB 10.11.

-- TokenRepository.insert

INSERT INTO `token_values`(
  `hash`, `site_id`, `token_id`, `valid_until`, `created_at`, `lineage_key`, `issued_with_kind`, `issued_with`,
    `made_by`, `transferred_from`, `transferred_at`
)
VALUES (?, …);

INSERT INTO `tokens`(
  `id`, `site_id`, `owner_id`, `created_by`, `kind`, `format`, `name`, `last4`, `scopes`, `ceiling`, `account_id`,
    `allowed_networks`, `application_id`, `created_at`, `rotated_at`, `expires_at`, `revoked_at`, `revoked_reason`,
    `last_used_at`, `last_used_address`, `transferred_from`, `transferred_at`
)
VALUES (?, …);

-- TokenRepository.countLive

SELECT (
  SELECT COUNT(*) FROM tokens WHERE application_id = ? AND revoked_at IS NULL AND expires_at IS NULL
) + (SELECT COUNT(*) FROM tokens WHERE application_id = ? AND revoked_at IS NULL AND expires_at > ?) AS count;
-- plan: (no tables used)
-- plan: tokens: range ix_tokens_application_id_revoked_at_expires_at (application_id, revoked_at, expires_at)
-- plan: tokens: ref ix_tokens_application_id_revoked_at_expires_at (application_id, revoked_at, expires_at)

SELECT (
  SELECT COUNT(*) FROM tokens WHERE owner_id = ? AND revoked_at IS NULL AND expires_at IS NULL
) + (SELECT COUNT(*) FROM tokens WHERE owner_id = ? AND revoked_at IS NULL AND expires_at > ?) AS count;
-- plan: (no tables used)
-- plan: tokens: range ix_tokens_owner_id_revoked_at_expires_at (owner_id, revoked_at, expires_at)
-- plan: tokens: ref ix_tokens_owner_id_revoked_at_expires_at (owner_id, revoked_at, expires_at)

-- TokenRepository.ownedBy

SELECT `Token`.*
FROM `tokens` `Token`
WHERE ((`Token`.`id` = ?) AND (`Token`.`owner_id` = ?) AND (`Token`.`site_id` = ?))
LIMIT 1;
-- plan: Token: const PRIMARY (id)

-- TokenRepository.byHash

SELECT `TokenValue`.*
FROM `token_values` `TokenValue`
WHERE ((`TokenValue`.`hash` = ?) AND (`TokenValue`.`site_id` = ?))
LIMIT 1;
-- plan: TokenValue: const PRIMARY (hash)

SELECT `Token`.*
FROM `tokens` `Token`
WHERE ((`Token`.`id` = ?) AND (`Token`.`site_id` = ?))
LIMIT 1;
-- plan: Token: const PRIMARY (id)

-- TokenRepository.ownedByForUpdate

SELECT `Token`.*
FROM `tokens` `Token`
WHERE ((`Token`.`id` = ?) AND (`Token`.`owner_id` = ?) AND (`Token`.`site_id` = ?))
LIMIT 1
FOR UPDATE;
-- plan: Token: const PRIMARY (id)

-- TokenRepository.byIdForUpdate

SELECT `Token`.*
FROM `tokens` `Token`
WHERE ((`Token`.`id` = ?) AND (`Token`.`site_id` = ?))
LIMIT 1
FOR UPDATE;
-- plan: Token: const PRIMARY (id)

-- TokenRepository.page

SELECT `row`.*
FROM `tokens` `row`
WHERE (
  ((`row`.`owner_id` = ?) AND (`row`.`kind` = ?) AND (`row`.`format` = ?) AND (`row`.`site_id` = ?))
    AND (
      `row`.`revoked_at` IS NULL
        AND (`row`.`expires_at` IS NULL OR `row`.`expires_at` > ?)
        AND (
          (
            (`row`.`created_at` IS NOT NULL OR `row`.`rotated_at` IS NOT NULL OR `row`.`last_used_at` IS NOT NULL)
              AND (`row`.`created_at` IS NULL OR `row`.`created_at` <= ?)
              AND (`row`.`rotated_at` IS NULL OR `row`.`rotated_at` <= ?)
              AND (`row`.`last_used_at` IS NULL OR `row`.`last_used_at` <= ?)
          )
            OR (
              (`row`.`transferred_at` IS NOT NULL) AND (`row`.`transferred_at` IS NULL OR `row`.`transferred_at` <= ?)
            )
        )
    )
)
  AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: index_merge ix_tokens_owner_id_id (owner_id) and ix_tokens_site_id_id (site_id)

SELECT `row`.*
FROM `tokens` `row`
WHERE (
  ((`row`.`owner_id` = ?) AND (`row`.`kind` = ?) AND (`row`.`format` = ?) AND (`row`.`site_id` = ?))
    AND (
      `row`.`revoked_at` IS NULL
        AND (`row`.`expires_at` IS NULL OR `row`.`expires_at` > ?)
        AND ((`row`.`transferred_at` IS NOT NULL) AND (`row`.`transferred_at` IS NULL OR `row`.`transferred_at` <= ?))
    )
)
  AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: index_merge ix_tokens_owner_id_id (owner_id) and ix_tokens_site_id_id (site_id)

SELECT `row`.*
FROM `tokens` `row`
WHERE (
  ((`row`.`owner_id` = ?) AND (`row`.`kind` = ?) AND (`row`.`format` = ?) AND (`row`.`site_id` = ?))
    AND COALESCE(`row`.`last_used_at`, `row`.`created_at`) < ?
)
  AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: index_merge ix_tokens_owner_id_id (owner_id) and ix_tokens_site_id_id (site_id)

SELECT `row`.*
FROM `tokens` `row`
WHERE (
  ((`row`.`owner_id` = ?) AND (`row`.`kind` = ?) AND (`row`.`format` = ?) AND (`row`.`site_id` = ?))
    AND LOWER(`row`.`name`) LIKE ? ESCAPE '!'
)
  AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: index_merge ix_tokens_owner_id_id (owner_id) and ix_tokens_site_id_id (site_id)

SELECT `row`.*
FROM `tokens` `row`
WHERE (
  ((`row`.`owner_id` = ?) AND (`row`.`kind` = ?) AND (`row`.`format` = ?) AND (`row`.`site_id` = ?))
    AND NOT (
      `row`.`revoked_at` IS NULL
        AND (`row`.`expires_at` IS NULL OR `row`.`expires_at` > ?)
        AND ((`row`.`transferred_at` IS NOT NULL) AND (`row`.`transferred_at` IS NULL OR `row`.`transferred_at` <= ?))
    )
)
  AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: index_merge ix_tokens_owner_id_id (owner_id) and ix_tokens_site_id_id (site_id)

SELECT `row`.*
FROM `tokens` `row`
WHERE (
  ((`row`.`owner_id` = ?) AND (`row`.`kind` = ?) AND (`row`.`format` = ?) AND (`row`.`site_id` = ?))
    AND `row`.`id` < ?
)
  AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: range PRIMARY (id)

SELECT `row`.*
FROM `tokens` `row`
WHERE (
  ((`row`.`owner_id` = ?) AND (`row`.`kind` = ?) AND (`row`.`format` = ?) AND (`row`.`site_id` = ?))
    AND `row`.`revoked_at` IS NOT NULL
)
  AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: index_merge ix_tokens_owner_id_id (owner_id) and ix_tokens_site_id_id (site_id)

SELECT `row`.*
FROM `tokens` `row`
WHERE (
  ((`row`.`owner_id` = ?) AND (`row`.`kind` = ?) AND (`row`.`format` = ?) AND (`row`.`site_id` = ?))
    AND `row`.`revoked_at` IS NULL
    AND (`row`.`expires_at` IS NULL OR `row`.`expires_at` > ?)
    AND `row`.`expires_at` < ?
)
  AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: range ix_tokens_expires_at (expires_at)

SELECT `row`.*
FROM `tokens` `row`
WHERE (
  ((`row`.`owner_id` = ?) AND (`row`.`kind` = ?) AND (`row`.`format` = ?) AND (`row`.`site_id` = ?))
    AND `row`.`revoked_at` IS NULL
    AND (`row`.`expires_at` IS NULL OR `row`.`expires_at` > ?)
)
  AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: index_merge ix_tokens_owner_id_id (owner_id) and ix_tokens_site_id_id (site_id)

SELECT `row`.*
FROM `tokens` `row`
WHERE (
  ((`row`.`owner_id` = ?) AND (`row`.`kind` = ?) AND (`row`.`format` = ?) AND (`row`.`site_id` = ?))
    AND `row`.`revoked_at` IS NULL
    AND `row`.`expires_at` <= ?
)
  AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: range ix_tokens_owner_id_revoked_at_expires_at (owner_id, revoked_at, expires_at)

SELECT `row`.*
FROM `tokens` `row`
WHERE (
  ((`row`.`owner_id` = ?) AND (`row`.`kind` = ?) AND (`row`.`format` = ?) AND (`row`.`site_id` = ?))
    AND `row`.`transferred_at` IS NOT NULL
)
  AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: index_merge ix_tokens_owner_id_id (owner_id) and ix_tokens_site_id_id (site_id)

SELECT `row`.*
FROM `tokens` `row`
WHERE (
  ((`row`.`owner_id` = ?) AND (`row`.`kind` = ?) AND (`row`.`format` = ?) AND (`row`.`site_id` = ?))
    AND `row`.`transferred_at` IS NULL
)
  AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: index_merge ix_tokens_owner_id_id (owner_id) and ix_tokens_site_id_id (site_id)

SELECT `row`.*
FROM `tokens` `row`
WHERE ((`row`.`format` = ?) AND (`row`.`site_id` = ?)) AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: ref ix_tokens_site_id_id (site_id)

SELECT `row`.*
FROM `tokens` `row`
WHERE ((`row`.`kind` = ?) AND (`row`.`site_id` = ?)) AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: ref ix_tokens_site_id_id (site_id)

SELECT `row`.*
FROM `tokens` `row`
WHERE ((`row`.`owner_id` = ?) AND (`row`.`kind` = ?) AND (`row`.`format` = ?) AND (`row`.`site_id` = ?))
  AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: index_merge ix_tokens_owner_id_id (owner_id) and ix_tokens_site_id_id (site_id)

SELECT `row`.*
FROM `tokens` `row`
WHERE ((`row`.`owner_id` = ?) AND (`row`.`site_id` = ?)) AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: ref ix_tokens_owner_id_id (owner_id)

SELECT `row`.*
FROM `tokens` `row`
WHERE (
  (`row`.`site_id` = ?)
    AND (
      `row`.`revoked_at` IS NULL
        AND (`row`.`expires_at` IS NULL OR `row`.`expires_at` > ?)
        AND ((`row`.`transferred_at` IS NOT NULL) AND (`row`.`transferred_at` IS NULL OR `row`.`transferred_at` <= ?))
    )
)
  AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: ref ix_tokens_site_id_id (site_id)

SELECT `row`.*
FROM `tokens` `row`
WHERE ((`row`.`site_id` = ?) AND COALESCE(`row`.`last_used_at`, `row`.`created_at`) < ?) AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: ref ix_tokens_site_id_id (site_id)

SELECT `row`.*
FROM `tokens` `row`
WHERE ((`row`.`site_id` = ?) AND LOWER(`row`.`name`) LIKE ? ESCAPE '!') AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: ref ix_tokens_site_id_id (site_id)

SELECT `row`.*
FROM `tokens` `row`
WHERE (
  (`row`.`site_id` = ?)
    AND NOT (
      `row`.`revoked_at` IS NULL
        AND (`row`.`expires_at` IS NULL OR `row`.`expires_at` > ?)
        AND ((`row`.`transferred_at` IS NOT NULL) AND (`row`.`transferred_at` IS NULL OR `row`.`transferred_at` <= ?))
    )
)
  AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: ref ix_tokens_site_id_id (site_id)

SELECT `row`.*
FROM `tokens` `row`
WHERE ((`row`.`site_id` = ?) AND `row`.`id` < ?) AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: range PRIMARY (id)

SELECT `row`.*
FROM `tokens` `row`
WHERE ((`row`.`site_id` = ?) AND `row`.`revoked_at` IS NOT NULL) AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: ref ix_tokens_site_id_id (site_id)

SELECT `row`.*
FROM `tokens` `row`
WHERE (
  (`row`.`site_id` = ?)
    AND `row`.`revoked_at` IS NULL
    AND (`row`.`expires_at` IS NULL OR `row`.`expires_at` > ?)
    AND `row`.`expires_at` < ?
)
  AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: range ix_tokens_expires_at (expires_at)

SELECT `row`.*
FROM `tokens` `row`
WHERE (
  (`row`.`site_id` = ?) AND `row`.`revoked_at` IS NULL AND (`row`.`expires_at` IS NULL OR `row`.`expires_at` > ?)
)
  AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: ref ix_tokens_site_id_id (site_id)

SELECT `row`.*
FROM `tokens` `row`
WHERE ((`row`.`site_id` = ?) AND `row`.`revoked_at` IS NULL AND `row`.`expires_at` <= ?) AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: ref ix_tokens_site_id_id (site_id)

SELECT `row`.*
FROM `tokens` `row`
WHERE ((`row`.`site_id` = ?) AND `row`.`transferred_at` IS NOT NULL) AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: ref ix_tokens_site_id_id (site_id)

SELECT `row`.*
FROM `tokens` `row`
WHERE ((`row`.`site_id` = ?) AND `row`.`transferred_at` IS NULL) AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: ref ix_tokens_site_id_id (site_id)

SELECT `row`.*
FROM `tokens` `row`
WHERE (`row`.`site_id` = ?) AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: ref ix_tokens_site_id_id (site_id)

-- TokenRepository.update

UPDATE `tokens`
SET `allowed_networks` = ?
WHERE (`id` = ? AND `site_id` = ?);
-- plan: tokens: range ix_tokens_site_id_id (site_id, id)

UPDATE `tokens`
SET `last4` = ?, `rotated_at` = ?, `expires_at` = ?
WHERE (`id` = ? AND `site_id` = ?);
-- plan: tokens: range ix_tokens_site_id_id (site_id, id)

UPDATE `tokens`
SET `name` = ?, `scopes` = ?
WHERE (`id` = ? AND `site_id` = ?);
-- plan: tokens: range ix_tokens_site_id_id (site_id, id)

UPDATE `tokens`
SET `scopes` = ?, `ceiling` = ?, `transferred_from` = ?, `transferred_at` = ?, `last4` = ?, `rotated_at` = ?,
  `expires_at` = ?
WHERE (`id` = ? AND `site_id` = ?);
-- plan: tokens: range ix_tokens_site_id_id (site_id, id)

UPDATE `tokens`
SET `transferred_from` = ?, `transferred_at` = ?, `last4` = ?, `rotated_at` = ?, `expires_at` = ?
WHERE (`id` = ? AND `site_id` = ?);
-- plan: tokens: range ix_tokens_site_id_id (site_id, id)

-- TokenRepository.replaceValue

INSERT INTO `token_values`(
  `hash`, `site_id`, `token_id`, `valid_until`, `created_at`, `lineage_key`, `issued_with_kind`, `issued_with`,
    `made_by`, `transferred_from`, `transferred_at`
)
VALUES (?, …);

SELECT `TokenValue`.*
FROM `token_values` `TokenValue`
WHERE ((`TokenValue`.`token_id` = ?) AND (`TokenValue`.`valid_until` IS NULL) AND (`TokenValue`.`site_id` = ?))
LIMIT 1;
-- plan: TokenValue: ref ix_token_values_token_id (token_id)

UPDATE `token_values`
SET `valid_until` = ?
WHERE (`hash` = ? AND `site_id` = ?);
-- plan: token_values: range ix_token_values_site_id (site_id, hash)

-- TokenRepository.originsOf

SELECT `TokenValue`.*
FROM `token_values` `TokenValue`
WHERE ((`TokenValue`.`token_id` IN (?, …)) AND (`TokenValue`.`valid_until` IS NULL) AND (`TokenValue`.`site_id` = ?));
-- plan: TokenValue: ref ix_token_values_token_id (token_id)

-- TokenRepository.isCurrentKey

SELECT `TokenValue`.*
FROM `token_values` `TokenValue`
WHERE ((`TokenValue`.`token_id` = ?) AND (`TokenValue`.`valid_until` IS NULL) AND (`TokenValue`.`site_id` = ?))
LIMIT 1;
-- plan: TokenValue: ref ix_token_values_token_id (token_id)

-- TokenRepository.endSupersededKey

UPDATE `token_values`
SET `valid_until` = ?
WHERE (`token_id` = ? AND `lineage_key` IS NULL AND `valid_until` > ? AND `site_id` = ?);
-- plan: token_values: range ix_token_values_token_id (token_id)

-- TokenRepository.endSuperseded

UPDATE `token_values`
SET `valid_until` = ?
WHERE (`token_id` = ? AND `valid_until` > ? AND `site_id` = ?);
-- plan: token_values: range ix_token_values_token_id (token_id)

-- TokenRepository.revoke

UPDATE `tokens`
SET `revoked_at` = ?, `revoked_reason` = ?
WHERE (`application_id` = ? AND `revoked_at` IS NULL AND (`expires_at` IS NULL OR `expires_at` > ?) AND `site_id` = ?);
-- plan: tokens: range ix_tokens_application_id_revoked_at_expires_at (application_id, revoked_at, expires_at)

UPDATE `tokens`
SET `revoked_at` = ?, `revoked_reason` = ?
WHERE (`id` = ? AND `revoked_at` IS NULL AND (`expires_at` IS NULL OR `expires_at` > ?) AND `site_id` = ?);
-- plan: tokens: range ix_tokens_revoked_at (revoked_at, id)

UPDATE `tokens`
SET `revoked_at` = ?, `revoked_reason` = ?
WHERE (
  `owner_id` = ?
    AND `kind` = ?
    AND `format` = ?
    AND `revoked_at` IS NULL
    AND (`expires_at` IS NULL OR `expires_at` > ?)
    AND `site_id` = ?
);
-- plan: tokens: range ix_tokens_owner_id_id (owner_id)

UPDATE `tokens`
SET `revoked_at` = ?, `revoked_reason` = ?
WHERE (`owner_id` = ? AND `revoked_at` IS NULL AND (`expires_at` IS NULL OR `expires_at` > ?) AND `site_id` = ?);
-- plan: tokens: range ix_tokens_owner_id_revoked_at_expires_at (owner_id, revoked_at, expires_at)

-- TokenRepository.noteUses

UPDATE tokens
SET last_used_at = CASE id WHEN ? THEN ? … END, last_used_address = CASE id WHEN ? THEN ? … END
WHERE id IN (?, …) AND (last_used_at IS NULL OR last_used_at < CASE id WHEN ? THEN ? … END);
-- plan: tokens: range PRIMARY (id)

-- TokenRepository.lastUsesOf

SELECT `row`.`application_id` AS `id`, MAX(`row`.`last_used_at`) AS `at`
FROM `tokens` `row`
WHERE (`row`.`application_id` IN (?, …) AND `row`.`last_used_at` IS NOT NULL) AND (`row`.`site_id` = ?)
GROUP BY `row`.`application_id`;
-- plan: row: ref ix_tokens_application_id_revoked_at_expires_at (application_id)
