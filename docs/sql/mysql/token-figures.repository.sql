-- Written by `npm run sql`, see docs/database.md. The plans are those of MariaDB 10.11.

-- TokenFiguresRepository.count

SELECT SUM(
  CASE WHEN NOT (
    (
      (`row`.`created_at` IS NOT NULL OR `row`.`rotated_at` IS NOT NULL OR `row`.`last_used_at` IS NOT NULL)
        AND (`row`.`created_at` IS NULL OR `row`.`created_at` <= ?)
        AND (`row`.`rotated_at` IS NULL OR `row`.`rotated_at` <= ?)
        AND (`row`.`last_used_at` IS NULL OR `row`.`last_used_at` <= ?)
    )
      OR ((`row`.`transferred_at` IS NOT NULL) AND (`row`.`transferred_at` IS NULL OR `row`.`transferred_at` <= ?))
  ) THEN 1 ELSE 0 END
) AS `active`,
  SUM(
    CASE WHEN (
      (
        (`row`.`created_at` IS NOT NULL OR `row`.`rotated_at` IS NOT NULL OR `row`.`last_used_at` IS NOT NULL)
          AND (`row`.`created_at` IS NULL OR `row`.`created_at` <= ?)
          AND (`row`.`rotated_at` IS NULL OR `row`.`rotated_at` <= ?)
          AND (`row`.`last_used_at` IS NULL OR `row`.`last_used_at` <= ?)
      )
        OR ((`row`.`transferred_at` IS NOT NULL) AND (`row`.`transferred_at` IS NULL OR `row`.`transferred_at` <= ?))
    ) THEN 1 ELSE 0 END
  ) AS `stopped`,
  SUM(
    CASE WHEN NOT (
      (
        (`row`.`created_at` IS NOT NULL OR `row`.`rotated_at` IS NOT NULL OR `row`.`last_used_at` IS NOT NULL)
          AND (`row`.`created_at` IS NULL OR `row`.`created_at` <= ?)
          AND (`row`.`rotated_at` IS NULL OR `row`.`rotated_at` <= ?)
          AND (`row`.`last_used_at` IS NULL OR `row`.`last_used_at` <= ?)
      )
        OR ((`row`.`transferred_at` IS NOT NULL) AND (`row`.`transferred_at` IS NULL OR `row`.`transferred_at` <= ?))
    ) AND `row`.`expires_at` < ? THEN 1 ELSE 0 END
  ) AS `expiring`,
  SUM(
    CASE WHEN NOT (
      (
        (`row`.`created_at` IS NOT NULL OR `row`.`rotated_at` IS NOT NULL OR `row`.`last_used_at` IS NOT NULL)
          AND (`row`.`created_at` IS NULL OR `row`.`created_at` <= ?)
          AND (`row`.`rotated_at` IS NULL OR `row`.`rotated_at` <= ?)
          AND (`row`.`last_used_at` IS NULL OR `row`.`last_used_at` <= ?)
      )
        OR ((`row`.`transferred_at` IS NOT NULL) AND (`row`.`transferred_at` IS NULL OR `row`.`transferred_at` <= ?))
    ) AND COALESCE(`row`.`last_used_at`, `row`.`created_at`) < ? THEN 1 ELSE 0 END
  ) AS `unused`,
  SUM(
    CASE WHEN NOT (
      (
        (`row`.`created_at` IS NOT NULL OR `row`.`rotated_at` IS NOT NULL OR `row`.`last_used_at` IS NOT NULL)
          AND (`row`.`created_at` IS NULL OR `row`.`created_at` <= ?)
          AND (`row`.`rotated_at` IS NULL OR `row`.`rotated_at` <= ?)
          AND (`row`.`last_used_at` IS NULL OR `row`.`last_used_at` <= ?)
      )
        OR ((`row`.`transferred_at` IS NOT NULL) AND (`row`.`transferred_at` IS NULL OR `row`.`transferred_at` <= ?))
    ) AND `row`.`transferred_at` IS NOT NULL THEN 1 ELSE 0 END
  ) AS `inherited`
FROM `tokens` `row`
WHERE (
  `row`.`kind` = 'personal'
    AND `row`.`format` = 'opaque'
    AND `row`.`revoked_at` IS NULL
    AND (`row`.`expires_at` IS NULL OR `row`.`expires_at` > ?)
    AND `row`.`owner_id` = ?
)
  AND (`row`.`site_id` = ?);
-- plan: row: index_merge ix_tokens_owner_id_id (owner_id) and ix_tokens_site_id_id (site_id)

SELECT SUM(
  CASE WHEN NOT (
    (`row`.`transferred_at` IS NOT NULL) AND (`row`.`transferred_at` IS NULL OR `row`.`transferred_at` <= ?)
  ) THEN 1 ELSE 0 END
) AS `active`,
  SUM(
    CASE WHEN (
      (`row`.`transferred_at` IS NOT NULL) AND (`row`.`transferred_at` IS NULL OR `row`.`transferred_at` <= ?)
    ) THEN 1 ELSE 0 END
  ) AS `stopped`,
  SUM(
    CASE WHEN NOT (
      (`row`.`transferred_at` IS NOT NULL) AND (`row`.`transferred_at` IS NULL OR `row`.`transferred_at` <= ?)
    ) AND `row`.`expires_at` < ? THEN 1 ELSE 0 END
  ) AS `expiring`,
  SUM(
    CASE WHEN NOT (
      (`row`.`transferred_at` IS NOT NULL) AND (`row`.`transferred_at` IS NULL OR `row`.`transferred_at` <= ?)
    ) AND COALESCE(`row`.`last_used_at`, `row`.`created_at`) < ? THEN 1 ELSE 0 END
  ) AS `unused`,
  SUM(
    CASE WHEN NOT (
      (`row`.`transferred_at` IS NOT NULL) AND (`row`.`transferred_at` IS NULL OR `row`.`transferred_at` <= ?)
    ) AND `row`.`transferred_at` IS NOT NULL THEN 1 ELSE 0 END
  ) AS `inherited`
FROM `tokens` `row`
WHERE (
  `row`.`kind` = 'personal'
    AND `row`.`format` = 'opaque'
    AND `row`.`revoked_at` IS NULL
    AND (`row`.`expires_at` IS NULL OR `row`.`expires_at` > ?)
    AND `row`.`owner_id` = ?
)
  AND (`row`.`site_id` = ?);
-- plan: row: index_merge ix_tokens_owner_id_id (owner_id) and ix_tokens_site_id_id (site_id)

SELECT SUM(
  CASE WHEN NOT (
    (`row`.`transferred_at` IS NOT NULL) AND (`row`.`transferred_at` IS NULL OR `row`.`transferred_at` <= ?)
  ) THEN 1 ELSE 0 END
) AS `active`,
  SUM(
    CASE WHEN (
      (`row`.`transferred_at` IS NOT NULL) AND (`row`.`transferred_at` IS NULL OR `row`.`transferred_at` <= ?)
    ) THEN 1 ELSE 0 END
  ) AS `stopped`,
  SUM(
    CASE WHEN NOT (
      (`row`.`transferred_at` IS NOT NULL) AND (`row`.`transferred_at` IS NULL OR `row`.`transferred_at` <= ?)
    ) AND `row`.`expires_at` < ? THEN 1 ELSE 0 END
  ) AS `expiring`,
  SUM(
    CASE WHEN NOT (
      (`row`.`transferred_at` IS NOT NULL) AND (`row`.`transferred_at` IS NULL OR `row`.`transferred_at` <= ?)
    ) AND COALESCE(`row`.`last_used_at`, `row`.`created_at`) < ? THEN 1 ELSE 0 END
  ) AS `unused`,
  SUM(
    CASE WHEN NOT (
      (`row`.`transferred_at` IS NOT NULL) AND (`row`.`transferred_at` IS NULL OR `row`.`transferred_at` <= ?)
    ) AND `row`.`transferred_at` IS NOT NULL THEN 1 ELSE 0 END
  ) AS `inherited`
FROM `tokens` `row`
WHERE (
  `row`.`kind` = 'personal'
    AND `row`.`format` = 'opaque'
    AND `row`.`revoked_at` IS NULL
    AND (`row`.`expires_at` IS NULL OR `row`.`expires_at` > ?)
)
  AND (`row`.`site_id` = ?);
-- plan: row: ref ix_tokens_site_id_id (site_id)
