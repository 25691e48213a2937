-- Written by `npm run sql`, see docs/database.md. The plans are those of MariaDB 10.11.

-- KeyRepository.newestFirst

SELECT `Key`.*
FROM `keys` `Key`
ORDER BY `Key`.`id` DESC;
-- plan: Key: index PRIMARY (id)

-- KeyRepository.all

SELECT `Key`.*
FROM `keys` `Key`;
-- plan: Key: ALL

-- KeyRepository.insert

INSERT INTO `keys`(`id`, `purpose`, `sealed`, `public_jwk`, `created_at`, `retired_at`)
VALUES (?, …);

-- KeyRepository.hasAny

SELECT COUNT(1) AS `cnt`
FROM `keys` `Key`
WHERE (`Key`.`purpose` = ?);
-- plan: Key: ref ix_keys_purpose_created_at (purpose)

-- KeyRepository.retire

UPDATE `keys`
SET `retired_at` = ?
WHERE (`purpose` = ? AND `retired_at` IS NULL);
-- plan: keys: range ix_keys_purpose_created_at (purpose)

-- KeyRepository.replaceSealed

UPDATE `keys`
SET `sealed` = ?
WHERE `id` = ?;
-- plan: keys: range PRIMARY (id)
