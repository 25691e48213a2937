-- Written by `npm run sql`, see docs/database.md. The plans are those of MariaDB 10.11.

-- UnusedTokenRepository.revoke

SELECT `Token`.*
FROM `tokens` `Token`
WHERE (
  (`Token`.`id` IN (?, …))
    AND (`Token`.`revoked_at` = ?)
    AND (`Token`.`revoked_reason` = ?)
    AND (`Token`.`site_id` = ?)
);
-- plan: Token: ref ix_tokens_site_id_id (site_id)

SELECT `row`.`id` AS `id`
FROM `tokens` `row`
WHERE (
  `row`.`last_used_at` < ?
    AND `row`.`created_at` < ?
    AND `row`.`revoked_at` IS NULL
    AND (`row`.`expires_at` IS NULL OR `row`.`expires_at` > ?)
    AND (`row`.`rotated_at` IS NULL OR `row`.`rotated_at` < ?)
)
  AND (`row`.`site_id` = ?)
LIMIT n;
-- plan: row: range ix_tokens_last_used_at_created_at_site_id (last_used_at)

SELECT `row`.`id` AS `id`
FROM `tokens` `row`
WHERE (
  `row`.`last_used_at` IS NULL
    AND `row`.`created_at` < ?
    AND `row`.`revoked_at` IS NULL
    AND (`row`.`expires_at` IS NULL OR `row`.`expires_at` > ?)
    AND (`row`.`rotated_at` IS NULL OR `row`.`rotated_at` < ?)
)
  AND (`row`.`site_id` = ?)
LIMIT n;
-- plan: row: range ix_tokens_last_used_at_created_at_site_id (last_used_at, created_at)

UPDATE `tokens`
SET `revoked_at` = ?, `revoked_reason` = ?
WHERE (
  `id` IN (?, …)
    AND `revoked_at` IS NULL
    AND (`last_used_at` IS NULL OR `last_used_at` < ?)
    AND (`rotated_at` IS NULL OR `rotated_at` < ?)
    AND `site_id` = ?
);
-- plan: tokens: range ix_tokens_revoked_at (revoked_at, id)
