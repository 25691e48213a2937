-- Written by `npm run sql`, see docs/database.md. The plans are those of MariaDB 10.11.

-- ClientSecretRepository.insert

INSERT INTO `client_secrets`(
  `id`, `site_id`, `application_id`, `hash`, `last4`, `created_at`, `expires_at`, `revoked_at`, `issued_with_kind`,
    `issued_with`, `made_by`
)
VALUES (?, …);

-- ClientSecretRepository.byHash

SELECT `ClientSecret`.*
FROM `client_secrets` `ClientSecret`
WHERE ((`ClientSecret`.`hash` = ?) AND (`ClientSecret`.`site_id` = ?))
LIMIT 1;
-- plan: ClientSecret: const uq_client_secrets_hash (hash)

-- ClientSecretRepository.live

SELECT `ClientSecret`.*
FROM `client_secrets` `ClientSecret`
WHERE (
  (`ClientSecret`.`application_id` IN (?, …))
    AND (`ClientSecret`.`revoked_at` IS NULL)
    AND (`ClientSecret`.`expires_at` IS NULL OR `ClientSecret`.`expires_at` > ?)
    AND (`ClientSecret`.`site_id` = ?)
)
ORDER BY `ClientSecret`.`id` ASC;
-- plan: ClientSecret: ref ix_client_secrets_application_id (application_id)

-- ClientSecretRepository.expireLive

UPDATE `client_secrets`
SET `expires_at` = ?
WHERE (`application_id` = ? AND `revoked_at` IS NULL AND (`expires_at` IS NULL OR `expires_at` > ?) AND `site_id` = ?);
-- plan: client_secrets: range ix_client_secrets_application_id (application_id)

-- ClientSecretRepository.revoke

UPDATE `client_secrets`
SET `revoked_at` = ?
WHERE (
  `id` = ?
    AND `application_id` = ?
    AND `revoked_at` IS NULL
    AND (`expires_at` IS NULL OR `expires_at` > ?)
    AND `site_id` = ?
);
-- plan: client_secrets: range ix_client_secrets_revoked_at (revoked_at, id)

UPDATE `client_secrets`
SET `revoked_at` = ?
WHERE (`id` = ? AND `revoked_at` IS NULL AND (`expires_at` IS NULL OR `expires_at` > ?) AND `site_id` = ?);
-- plan: client_secrets: range ix_client_secrets_revoked_at (revoked_at, id)

-- ClientSecretRepository.revokeAll

UPDATE `client_secrets`
SET `revoked_at` = ?
WHERE (`application_id` = ? AND `revoked_at` IS NULL AND (`expires_at` IS NULL OR `expires_at` > ?) AND `site_id` = ?);
-- plan: client_secrets: range ix_client_secrets_application_id (application_id)
