-- Written by `npm run sql`, see docs/database.md. The plans are those of MariaDB 10.11.

-- TokenOwnership.liveAfter

SELECT JSON_ARRAYAGG(id) AS ids, MAX(id) AS last
FROM (
  SELECT id
  FROM tokens
  WHERE owner_id = ?
    AND id > ?
    AND CASE WHEN revoked_at IS NOT NULL THEN 0 WHEN expires_at IS NULL THEN 1 ELSE expires_at > ? END = 1
    AND NOT (kind = 'personal' AND format = 'jwt')
  ORDER BY id
  LIMIT ?
) some;
-- plan: <derived2>: ALL
-- plan: tokens: ref ix_tokens_owner_id_id (owner_id)

-- TokenOwnership.names

SELECT `row`.`id` AS id, `row`.`name` AS name
FROM `tokens` `row`
WHERE (`row`.`id` IN (?, …)) AND (`row`.`site_id` = ?);
-- plan: row: const PRIMARY (id)

-- TokenOwnership.livePage

SELECT `row`.*
FROM `tokens` `row`
WHERE (
  (
    (`row`.`owner_id` = ?)
      AND (`row`.`revoked_at` IS NULL)
      AND (`row`.`expires_at` IS NULL OR `row`.`expires_at` > ?)
      AND (`row`.`site_id` = ?)
  )
    AND NOT (`row`.`kind` = 'personal' AND `row`.`format` = 'jwt')
    AND `row`.`id` < ?
)
  AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: range ix_tokens_owner_id_id (owner_id, id)

SELECT `row`.*
FROM `tokens` `row`
WHERE (
  (
    (`row`.`owner_id` = ?)
      AND (`row`.`revoked_at` IS NULL)
      AND (`row`.`expires_at` IS NULL OR `row`.`expires_at` > ?)
      AND (`row`.`site_id` = ?)
  )
    AND NOT (`row`.`kind` = 'personal' AND `row`.`format` = 'jwt')
)
  AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: index_merge ix_tokens_owner_id_id (owner_id) and ix_tokens_site_id_id (site_id)

-- TokenOwnership.countLive

SELECT COUNT(1) AS `cnt`
FROM `tokens` `row`
WHERE (
  `row`.`owner_id` = ?
    AND CASE WHEN `row`.`revoked_at` IS NOT NULL THEN 0 WHEN `row`.`expires_at` IS NULL THEN 1 ELSE `row`.`expires_at` > ? END = 1
    AND NOT (`row`.`kind` = 'personal' AND `row`.`format` = 'jwt')
)
  AND (`row`.`site_id` = ?);
-- plan: row: index_merge ix_tokens_owner_id_id (owner_id) and ix_tokens_site_id_id (site_id)

-- TokenOwnership.stopping

SELECT `row`.*
FROM `tokens` `row`
WHERE (
  `row`.`owner_id` = ?
    AND CASE WHEN `row`.`revoked_at` IS NOT NULL THEN 0 WHEN `row`.`expires_at` IS NULL THEN 1 ELSE `row`.`expires_at` > ? END = 1
    AND NOT (`row`.`kind` = 'personal' AND `row`.`format` = 'jwt')
    AND `row`.`kind` = 'personal'
    AND CASE WHEN `row`.`scopes` IS NULL AND `row`.`ceiling` IS NULL THEN ? ELSE TRIM(
      CONCAT(
        CASE WHEN (`row`.`scopes` IS NULL OR INSTR(CONCAT(' ', `row`.`scopes`, ' '), ?) > 0) AND (
          `row`.`ceiling` IS NULL OR INSTR(CONCAT(' ', `row`.`ceiling`, ' '), ?) > 0
        ) THEN ? ELSE '' END, …
      )
    ) END <> ''
    AND CASE WHEN `row`.`scopes` IS NULL AND `row`.`ceiling` IS NULL THEN ? ELSE TRIM('') END = ''
)
  AND (`row`.`site_id` = ?)
ORDER BY `row`.`last_used_at` DESC
LIMIT n;
-- plan: row: index_merge ix_tokens_owner_id_id (owner_id) and ix_tokens_site_id_id (site_id)

SELECT `row`.*
FROM `tokens` `row`
WHERE (
  `row`.`owner_id` = ?
    AND CASE WHEN `row`.`revoked_at` IS NOT NULL THEN 0 WHEN `row`.`expires_at` IS NULL THEN 1 ELSE `row`.`expires_at` > ? END = 1
    AND NOT (`row`.`kind` = 'personal' AND `row`.`format` = 'jwt')
    AND `row`.`kind` = 'personal'
    AND CASE WHEN `row`.`scopes` IS NULL AND `row`.`ceiling` IS NULL THEN ? ELSE TRIM(
      CONCAT(
        CASE WHEN (`row`.`scopes` IS NULL OR INSTR(CONCAT(' ', `row`.`scopes`, ' '), ?) > 0) AND (
          `row`.`ceiling` IS NULL OR INSTR(CONCAT(' ', `row`.`ceiling`, ' '), ?) > 0
        ) THEN ? ELSE '' END, …
      )
    ) END <> ''
    AND CASE WHEN `row`.`scopes` IS NULL AND `row`.`ceiling` IS NULL THEN ? ELSE TRIM(
      CONCAT(
        CASE WHEN (`row`.`scopes` IS NULL OR INSTR(CONCAT(' ', `row`.`scopes`, ' '), ?) > 0) AND (
          `row`.`ceiling` IS NULL OR INSTR(CONCAT(' ', `row`.`ceiling`, ' '), ?) > 0
        ) THEN ? ELSE '' END, …
      )
    ) END = ''
)
  AND (`row`.`site_id` = ?)
ORDER BY `row`.`last_used_at` DESC
LIMIT n;
-- plan: row: index_merge ix_tokens_owner_id_id (owner_id) and ix_tokens_site_id_id (site_id)

-- TokenOwnership.selfServing

SELECT `row`.*,
  CASE WHEN EXISTS (
    SELECT 1
    FROM token_values v
    WHERE v.token_id = `row`.`id`
      AND (
        EXISTS (SELECT 1 FROM token_values c WHERE c.issued_with = COALESCE(v.lineage_key, v.token_id))
          OR EXISTS (SELECT 1 FROM client_secrets c WHERE c.issued_with = COALESCE(v.lineage_key, v.token_id))
      )
  ) THEN 1 ELSE 0 END AS `makes`
FROM `tokens` `row`
WHERE (
  `row`.`owner_id` = ?
    AND CASE WHEN `row`.`revoked_at` IS NOT NULL THEN 0 WHEN `row`.`expires_at` IS NULL THEN 1 ELSE `row`.`expires_at` > ? END = 1
    AND NOT (`row`.`kind` = 'personal' AND `row`.`format` = 'jwt')
    AND `row`.`kind` = 'personal'
    AND (
      EXISTS (
        SELECT 1
        FROM token_values v
        WHERE v.token_id = `row`.`id`
          AND (
            EXISTS (SELECT 1 FROM token_values c WHERE c.issued_with = COALESCE(v.lineage_key, v.token_id))
              OR EXISTS (SELECT 1 FROM client_secrets c WHERE c.issued_with = COALESCE(v.lineage_key, v.token_id))
          )
      )
        OR EXISTS (
          SELECT 1
          FROM token_values v
          JOIN token_values w ON w.token_id = v.token_id
            AND w.hash <> v.hash
            AND COALESCE(w.lineage_key, w.token_id) = COALESCE(v.lineage_key, v.token_id)
          WHERE v.token_id = `row`.`id`
        )
    )
)
  AND (`row`.`site_id` = ?)
ORDER BY `row`.`last_used_at` DESC
LIMIT n;
-- plan: row: index_merge ix_tokens_owner_id_id (owner_id) and ix_tokens_site_id_id (site_id)
-- plan: v: ref ix_token_values_token_id (token_id)
-- plan: w: ref ix_token_values_token_id (token_id)
-- plan: v: index_subquery ix_token_values_token_id (token_id)
-- plan: c: index_subquery ix_client_secrets_issued_with (issued_with)
-- plan: c: index_subquery ix_token_values_issued_with (issued_with)
-- plan: v: ref ix_token_values_token_id (token_id)
-- plan: c: index_subquery ix_client_secrets_issued_with (issued_with)
-- plan: c: index_subquery ix_token_values_issued_with (issued_with)

-- TokenOwnership.byIds

SELECT `Token`.*
FROM `tokens` `Token`
WHERE ((`Token`.`id` IN (?, …)) AND (`Token`.`site_id` = ?));
-- plan: Token: const PRIMARY (id)

-- TokenOwnership.transfer

UPDATE tokens
SET ceiling = CASE WHEN NOT (CASE WHEN revoked_at IS NOT NULL THEN 0 WHEN expires_at IS NULL THEN 1 ELSE expires_at > ? END = 1) THEN ceiling WHEN application_id IS NULL THEN CASE WHEN scopes IS NULL AND ceiling IS NULL THEN ? ELSE TRIM(CONCAT(CASE WHEN (scopes IS NULL OR INSTR(CONCAT(' ', scopes, ' '), ?) > 0) AND (ceiling IS NULL OR INSTR(CONCAT(' ', ceiling, ' '), ?) > 0) THEN ? ELSE '' END, …)) END ELSE (
  SELECT CASE WHEN tokens.scopes IS NULL AND tokens.ceiling IS NULL AND app.scopes IS NULL AND app.ceiling IS NULL THEN ? ELSE TRIM(
    CONCAT(
      CASE WHEN (tokens.scopes IS NULL OR INSTR(CONCAT(' ', tokens.scopes, ' '), ?) > 0) AND (
        tokens.ceiling IS NULL OR INSTR(CONCAT(' ', tokens.ceiling, ' '), ?) > 0
      ) AND (app.scopes IS NULL OR INSTR(CONCAT(' ', app.scopes, ' '), ?) > 0) AND (
        app.ceiling IS NULL OR INSTR(CONCAT(' ', app.ceiling, ' '), ?) > 0
      ) THEN ? ELSE '' END, …
    )
  ) END
  FROM applications app
  WHERE app.id = tokens.application_id
) END,
  transferred_from = CASE WHEN CASE WHEN revoked_at IS NOT NULL THEN 0 WHEN expires_at IS NULL THEN 1 ELSE expires_at > ? END = 1 THEN ? ELSE transferred_from END,
  transferred_at = CASE WHEN CASE WHEN revoked_at IS NOT NULL THEN 0 WHEN expires_at IS NULL THEN 1 ELSE expires_at > ? END = 1 THEN ? ELSE transferred_at END,
  owner_id = ?
WHERE owner_id = ?
  AND CASE WHEN revoked_at IS NOT NULL THEN 0 WHEN expires_at IS NULL THEN 1 ELSE expires_at > ? END = 1
  AND id IN (?, …);
-- plan: tokens: range ix_tokens_owner_id_id (owner_id)
-- plan: app: eq_ref PRIMARY (id)

UPDATE tokens
SET ceiling = CASE WHEN NOT (CASE WHEN revoked_at IS NOT NULL THEN 0 WHEN expires_at IS NULL THEN 1 ELSE expires_at > ? END = 1) THEN ceiling WHEN application_id IS NULL THEN CASE WHEN scopes IS NULL AND ceiling IS NULL THEN ? ELSE TRIM(CONCAT(CASE WHEN (scopes IS NULL OR INSTR(CONCAT(' ', scopes, ' '), ?) > 0) AND (ceiling IS NULL OR INSTR(CONCAT(' ', ceiling, ' '), ?) > 0) THEN ? ELSE '' END, …)) END ELSE (
  SELECT CASE WHEN tokens.scopes IS NULL AND tokens.ceiling IS NULL AND app.scopes IS NULL AND app.ceiling IS NULL THEN ? ELSE TRIM(
    CONCAT(
      CASE WHEN (tokens.scopes IS NULL OR INSTR(CONCAT(' ', tokens.scopes, ' '), ?) > 0) AND (
        tokens.ceiling IS NULL OR INSTR(CONCAT(' ', tokens.ceiling, ' '), ?) > 0
      ) AND (app.scopes IS NULL OR INSTR(CONCAT(' ', app.scopes, ' '), ?) > 0) AND (
        app.ceiling IS NULL OR INSTR(CONCAT(' ', app.ceiling, ' '), ?) > 0
      ) THEN ? ELSE '' END, …
    )
  ) END
  FROM applications app
  WHERE app.id = tokens.application_id
) END,
  transferred_from = CASE WHEN CASE WHEN revoked_at IS NOT NULL THEN 0 WHEN expires_at IS NULL THEN 1 ELSE expires_at > ? END = 1 THEN ? ELSE transferred_from END,
  transferred_at = CASE WHEN CASE WHEN revoked_at IS NOT NULL THEN 0 WHEN expires_at IS NULL THEN 1 ELSE expires_at > ? END = 1 THEN ? ELSE transferred_at END,
  owner_id = ?
WHERE owner_id = ?
  AND NOT (
    kind = 'personal'
      AND format = 'jwt'
      AND CASE WHEN revoked_at IS NOT NULL THEN 0 WHEN expires_at IS NULL THEN 1 ELSE expires_at > ? END = 1
  );
-- plan: tokens: range ix_tokens_owner_id_id (owner_id)
-- plan: app: eq_ref PRIMARY (id)

-- TokenOwnership.markMadeBy

UPDATE tokens
SET transferred_from = ?, transferred_at = ?
WHERE site_id = ?
  AND CASE WHEN revoked_at IS NOT NULL THEN 0 WHEN expires_at IS NULL THEN 1 ELSE expires_at > ? END = 1
  AND owner_id IN (SELECT id FROM users WHERE site_id = ? AND kind = 'service')
  AND EXISTS (
    SELECT 1
    FROM token_values v
    WHERE v.token_id = tokens.id AND v.valid_until IS NULL AND COALESCE(v.made_by, tokens.created_by) = ?
  )
  AND COALESCE(transferred_from, '') <> ?;
-- plan: tokens: range ix_tokens_site_id_id (site_id)
-- plan: v: ref ix_token_values_token_id (token_id)
-- plan: users: unique_subquery PRIMARY (id)

-- TokenOwnership.madeBy

SELECT `row`.*
FROM `tokens` `row`
WHERE (
  `row`.`owner_id` IN (SELECT u.id FROM users u WHERE u.site_id = ? AND u.kind = 'service')
    AND CASE WHEN `row`.`revoked_at` IS NOT NULL THEN 0 WHEN `row`.`expires_at` IS NULL THEN 1 ELSE `row`.`expires_at` > ? END = 1
    AND EXISTS (
      SELECT 1
      FROM token_values v
      WHERE v.token_id = `row`.`id` AND v.valid_until IS NULL AND COALESCE(v.made_by, `row`.`created_by`) = ?
    )
)
  AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` ASC
LIMIT n;
-- plan: u: ref ix_users_site_id_id (site_id)
-- plan: row: ref ix_tokens_owner_id_id (owner_id)
-- plan: v: ref ix_token_values_token_id (token_id)

-- TokenOwnership.decommission

UPDATE tokens
SET revoked_at = ?, revoked_reason = 'application_deleted'
WHERE CASE WHEN revoked_at IS NOT NULL THEN 0 WHEN expires_at IS NULL THEN 1 ELSE expires_at > ? END = 1
  AND application_id IN (SELECT id FROM applications WHERE owner_id = ? AND deleted_at IS NULL);
-- plan: tokens: index PRIMARY (id)
-- plan: applications: unique_subquery PRIMARY (id)

-- TokenOwnership.digest

SELECT COUNT(*) AS `count`,
  COALESCE(
    SUM(
      CRC32(
        CONCAT(
          COALESCE(`row`.`id`, '-'), '|', COALESCE(`row`.`scopes`, '-'), '|', COALESCE(`row`.`ceiling`, '-'), '|',
            COALESCE(`row`.`account_id`, '-'), '|', COALESCE(`row`.`allowed_networks`, '-'), '|',
            COALESCE(`row`.`expires_at`, '-')
        )
      )
    ), 0
  ) AS `sum`
FROM `tokens` `row`
WHERE (
  `row`.`owner_id` = ?
    AND CASE WHEN `row`.`revoked_at` IS NOT NULL THEN 0 WHEN `row`.`expires_at` IS NULL THEN 1 ELSE `row`.`expires_at` > ? END = 1
    AND NOT (`row`.`kind` = 'personal' AND `row`.`format` = 'jwt')
    AND `row`.`kind` = 'personal'
    AND `row`.`format` = 'opaque'
)
  AND (`row`.`site_id` = ?);
-- plan: row: index_merge ix_tokens_owner_id_id (owner_id) and ix_tokens_site_id_id (site_id)
