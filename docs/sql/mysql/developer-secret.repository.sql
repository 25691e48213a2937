-- Written by `npm run sql`, see docs/database.md. The plans are those of MariaDB 10.11.

-- DeveloperSecretRepository.ofUser

SELECT `DeveloperSecret`.*
FROM `developer_secrets` `DeveloperSecret`
WHERE ((`DeveloperSecret`.`user_id` = ?) AND (`DeveloperSecret`.`site_id` = ?))
LIMIT 1;
-- plan: DeveloperSecret: const PRIMARY (user_id)

-- DeveloperSecretRepository.byHash

SELECT `DeveloperSecret`.*
FROM `developer_secrets` `DeveloperSecret`
WHERE ((`DeveloperSecret`.`hash` = ?) AND (`DeveloperSecret`.`site_id` = ?))
LIMIT 1;
-- plan: DeveloperSecret: const uq_developer_secrets_hash (hash)

-- DeveloperSecretRepository.insert

INSERT INTO `developer_secrets`(`user_id`, `site_id`, `hash`, `sealed`, `last4`, `created_at`)
VALUES (?, …);

-- DeveloperSecretRepository.replace

DELETE FROM `developer_secrets`
WHERE (`user_id` = ? AND `site_id` = ?);
-- plan: developer_secrets: range ix_developer_secrets_site_id (site_id, user_id)

INSERT INTO `developer_secrets`(`user_id`, `site_id`, `hash`, `sealed`, `last4`, `created_at`)
VALUES (?, …);

-- DeveloperSecretRepository.delete

DELETE FROM `developer_secrets`
WHERE (`user_id` = ? AND `site_id` = ?);
-- plan: developer_secrets: range ix_developer_secrets_site_id (site_id, user_id)

-- DeveloperSecretRepository.nextAcrossSites

SELECT `DeveloperSecret`.*
FROM `developer_secrets` `DeveloperSecret`
WHERE (`DeveloperSecret`.`user_id` > ?)
ORDER BY `DeveloperSecret`.`user_id` ASC
LIMIT n;
-- plan: DeveloperSecret: range PRIMARY (user_id)

-- DeveloperSecretRepository.replaceSealed

UPDATE `developer_secrets`
SET `sealed` = ?
WHERE (`user_id` = ? AND `hash` = ? AND `site_id` = ?);
-- plan: developer_secrets: range ix_developer_secrets_site_id (site_id, user_id)
