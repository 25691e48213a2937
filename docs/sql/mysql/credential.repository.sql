-- Written by `npm run sql`, see docs/database.md. The plans are those of MariaDB 10.11.

-- CredentialRepository.byId

SELECT `Credential`.*
FROM `credentials` `Credential`
WHERE ((`Credential`.`id` = ?) AND (`Credential`.`site_id` = ?))
LIMIT 1;
-- plan: Credential: const PRIMARY (id)

-- CredentialRepository.byIdForUpdate

SELECT `Credential`.*
FROM `credentials` `Credential`
WHERE ((`Credential`.`id` = ?) AND (`Credential`.`site_id` = ?))
LIMIT 1
FOR UPDATE;
-- plan: Credential: const PRIMARY (id)

-- CredentialRepository.page

SELECT `row`.*
FROM `credentials` `row`
WHERE (`row`.`id` < ?) AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: range PRIMARY (id)

SELECT `row`.*
FROM `credentials` `row`
WHERE `row`.`site_id` = ?
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: ref ix_credentials_site_id_id (site_id)

-- CredentialRepository.insert

INSERT INTO `credentials`(
  `id`, `site_id`, `name`, `settings`, `sealed_secret`, `secret_set_at`, `secret_set_by`, `origins`, `version`,
    `created_at`, `updated_at`
)
VALUES (?, …);

-- CredentialRepository.update

UPDATE `credentials`
SET `name` = ?, `settings` = ?, `sealed_secret` = ?, `secret_set_at` = ?, `secret_set_by` = ?, `origins` = ?,
  `version` = ?, `updated_at` = ?
WHERE (`id` = ? AND `site_id` = ?);
-- plan: credentials: range ix_credentials_site_id_id (site_id, id)

-- CredentialRepository.bind

UPDATE `credentials`
SET `origins` = ?, `version` = ?, `updated_at` = ?
WHERE (`id` = ? AND `site_id` = ?);
-- plan: credentials: range ix_credentials_site_id_id (site_id, id)

-- CredentialRepository.delete

DELETE FROM `credentials`
WHERE (`id` = ? AND `site_id` = ?);
-- plan: credentials: range ix_credentials_site_id_id (site_id, id)

SELECT `Connection`.`id` AS `Connection_id`, `Connection`.`name` AS `Connection_name`
FROM `connections` `Connection`
WHERE ((`Connection`.`credential_id` = ?) AND (`Connection`.`site_id` = ?))
ORDER BY `Connection_name` ASC
LIMIT n;
-- plan: Connection: ref ix_connections_credential_id (credential_id)

-- CredentialRepository.nextAcrossSites

SELECT `Credential`.*
FROM `credentials` `Credential`
WHERE (`Credential`.`id` > ?)
ORDER BY `Credential`.`id` ASC
LIMIT n;
-- plan: Credential: range PRIMARY (id)

-- CredentialRepository.replaceSealed

UPDATE `credentials`
SET `sealed_secret` = ?
WHERE (`id` = ? AND `version` = ? AND `site_id` = ?);
-- plan: credentials: range ix_credentials_site_id_id (site_id, id)
