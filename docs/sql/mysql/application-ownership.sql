-- Written by `npm run sql`, see docs/database.md. The plans are those of MariaDB 10.11.

-- ApplicationOwnership.liveAfter

SELECT JSON_ARRAYAGG(id) AS ids, MAX(id) AS last
FROM (SELECT id FROM applications WHERE owner_id = ? AND deleted_at IS NULL AND id > ? ORDER BY id LIMIT ?) some;
-- plan: <derived2>: ALL
-- plan: applications: range ix_applications_owner_id_id (owner_id, id)

-- ApplicationOwnership.names

SELECT `row`.`id` AS id, `row`.`name` AS name
FROM `applications` `row`
WHERE (`row`.`id` IN (?, …)) AND (`row`.`site_id` = ?);
-- plan: row: range ix_applications_site_id_id (site_id, id)

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
-- plan: applications: range ix_applications_owner_id_id (owner_id)

UPDATE applications
SET owner_id = ?
WHERE site_id = ? AND owner_id = ?;
-- plan: applications: range ix_applications_owner_id_id (owner_id)

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
-- plan: applications: range ix_applications_site_id_id (site_id)
-- plan: t: eq_ref PRIMARY (id)
-- plan: v: ref ix_token_values_token_id (token_id)
-- plan: s: ref ix_client_secrets_application_id (application_id)
-- plan: users: unique_subquery PRIMARY (id)

-- ApplicationOwnership.madeBy

SELECT JSON_ARRAYAGG(id) AS ids, MAX(id) AS last
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
-- plan: <derived2>: ALL
-- plan: applications: ref ix_applications_site_id_id (site_id)
-- plan: users: eq_ref PRIMARY (id)
-- plan: t: eq_ref PRIMARY (id)
-- plan: v: ref ix_token_values_token_id (token_id)
-- plan: s: index_subquery ix_client_secrets_application_id (application_id)

SELECT `Application`.*
FROM `applications` `Application`
WHERE ((`Application`.`id` IN (?, …)) AND (`Application`.`site_id` = ?))
ORDER BY `Application`.`id` ASC;
-- plan: Application: const PRIMARY (id)

-- ApplicationOwnership.decommission

UPDATE applications
SET deleted_at = ?, updated_at = ?
WHERE site_id = ? AND owner_id = ? AND deleted_at IS NULL;
-- plan: applications: range ix_applications_owner_id_id (owner_id)

UPDATE client_secrets
SET revoked_at = ?
WHERE application_id IN (SELECT id FROM applications WHERE site_id = ? AND owner_id = ? AND deleted_at IS NULL)
  AND site_id = ?
  AND client_secrets.revoked_at IS NULL
  AND (client_secrets.expires_at IS NULL OR client_secrets.expires_at > ?);
-- plan: client_secrets: range ix_client_secrets_site_id (site_id)
-- plan: applications: unique_subquery PRIMARY (id)

-- ApplicationOwnership.inUse

SELECT `row`.*, (SELECT MAX(used.last_used_at) FROM tokens used WHERE used.application_id = `row`.`id`) AS `traffic`
FROM `applications` `row`
WHERE (`row`.`owner_id` = ? AND `row`.`deleted_at` IS NULL) AND (`row`.`site_id` = ?)
ORDER BY `traffic` DESC, `row`.`id` DESC
LIMIT n OFFSET n;
-- plan: row: index_merge ix_applications_owner_id_id (owner_id) and ix_applications_site_id_id (site_id)
-- plan: used: ref ix_tokens_application_id_revoked_at_expires_at (application_id)

-- ApplicationOwnership.stopping

SELECT `row`.*, (SELECT MAX(used.last_used_at) FROM tokens used WHERE used.application_id = `row`.`id`) AS `traffic`
FROM `applications` `row`
WHERE (
  `row`.`owner_id` = ?
    AND `row`.`deleted_at` IS NULL
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
ORDER BY `traffic` DESC, `row`.`id` DESC
LIMIT n OFFSET n;
-- plan: row: ref ix_applications_owner_id_id (owner_id)
-- plan: used: ref ix_tokens_application_id_revoked_at_expires_at (application_id)

SELECT `row`.*, (SELECT MAX(used.last_used_at) FROM tokens used WHERE used.application_id = `row`.`id`) AS `traffic`
FROM `applications` `row`
WHERE (
  `row`.`owner_id` = ?
    AND `row`.`deleted_at` IS NULL
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
ORDER BY `traffic` DESC, `row`.`id` DESC
LIMIT n OFFSET n;
-- plan: row: index_merge ix_applications_owner_id_id (owner_id) and ix_applications_site_id_id (site_id)
-- plan: used: ref ix_tokens_application_id_revoked_at_expires_at (application_id)

-- ApplicationOwnership.selfServing

SELECT `row`.*, (SELECT MAX(used.last_used_at) FROM tokens used WHERE used.application_id = `row`.`id`) AS `traffic`
FROM `applications` `row`
WHERE (
  `row`.`owner_id` = ?
    AND `row`.`deleted_at` IS NULL
    AND EXISTS (
      SELECT 1
      FROM tokens t
      JOIN token_values v ON v.token_id = t.id
      WHERE t.application_id = `row`.`id`
        AND (
          EXISTS (SELECT 1 FROM token_values c WHERE c.issued_with = COALESCE(v.lineage_key, v.token_id))
            OR EXISTS (SELECT 1 FROM client_secrets c WHERE c.issued_with = COALESCE(v.lineage_key, v.token_id))
        )
    )
)
  AND (`row`.`site_id` = ?)
ORDER BY `traffic` DESC, `row`.`id` DESC
LIMIT n OFFSET n;
-- plan: row: index_merge ix_applications_owner_id_id (owner_id) and ix_applications_site_id_id (site_id)
-- plan: t: ref ix_tokens_application_id_revoked_at_expires_at (application_id)
-- plan: v: ref ix_token_values_token_id (token_id)
-- plan: c: ref ix_client_secrets_issued_with (issued_with)
-- plan: c: ref ix_token_values_issued_with (issued_with)
-- plan: used: ref ix_tokens_application_id_revoked_at_expires_at (application_id)

-- ApplicationOwnership.countLive

SELECT COUNT(1) AS `cnt`
FROM `applications` `row`
WHERE (`row`.`owner_id` = ? AND `row`.`deleted_at` IS NULL) AND (`row`.`site_id` = ?);
-- plan: row: index_merge ix_applications_owner_id_id (owner_id) and ix_applications_site_id_id (site_id)

-- ApplicationOwnership.byIds

SELECT `Application`.*
FROM `applications` `Application`
WHERE ((`Application`.`id` IN (?, …)) AND (`Application`.`site_id` = ?));
-- plan: Application: const PRIMARY (id)

-- ApplicationOwnership.digest

SELECT COUNT(*) AS `count`,
  COALESCE(
    SUM(
      CRC32(
        CONCAT(
          COALESCE(`row`.`id`, '-'), '|', COALESCE(`row`.`scopes`, '-'), '|', COALESCE(`row`.`ceiling`, '-'), '|',
            COALESCE(`row`.`access_token_id`, '-'), '|', COALESCE(`row`.`token_ttl_seconds`, '-')
        )
      )
    ), 0
  ) AS `sum`
FROM `applications` `row`
WHERE (`row`.`owner_id` = ? AND `row`.`deleted_at` IS NULL) AND (`row`.`site_id` = ?);
-- plan: row: index_merge ix_applications_owner_id_id (owner_id) and ix_applications_site_id_id (site_id)
