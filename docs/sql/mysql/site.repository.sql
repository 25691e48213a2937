-- Written by `npm run sql`, see docs/database.md. The plans are those of MariaDB 10.11.

-- SiteRepository.byId

SELECT `Site`.*
FROM `sites` `Site`
WHERE (`Site`.`id` = ?)
LIMIT 1;
-- plan: Site: const PRIMARY (id)

-- SiteRepository.byIdForUpdate

SELECT `Site`.*
FROM `sites` `Site`
WHERE (`Site`.`id` = ?)
LIMIT 1
FOR UPDATE;
-- plan: Site: const PRIMARY (id)

-- SiteRepository.lock

INSERT INTO site_locks (site_id)
VALUES (?, …)
ON DUPLICATE KEY UPDATE site_id = VALUES(site_id);

-- SiteRepository.all

SELECT `Site`.*
FROM `sites` `Site`
ORDER BY `Site`.`id` ASC;
-- plan: Site: index PRIMARY (id)

-- SiteRepository.withPolicy

SELECT `Site`.*
FROM `sites` `Site`
WHERE (NOT(`Site`.`policy` IS NULL))
ORDER BY `Site`.`id` ASC;
-- plan: Site: index PRIMARY (id)

-- SiteRepository.isEmpty

SELECT `Site`.*
FROM `sites` `Site`
LIMIT 1;
-- plan: Site: ALL

-- SiteRepository.insert

INSERT INTO `sites`(`id`, `name`, `slug`, `owner_id`, `policy`, `created_at`, `updated_at`)
VALUES (?, …);

-- SiteRepository.update

UPDATE `sites`
SET `name` = ?, `policy` = ?, `updated_at` = ?
WHERE `id` = ?;
-- plan: sites: range PRIMARY (id)

UPDATE `sites`
SET `owner_id` = ?, `updated_at` = ?
WHERE `id` = ?;
-- plan: sites: range PRIMARY (id)

UPDATE `sites`
SET `policy` = ?, `updated_at` = ?
WHERE `id` = ?;
-- plan: sites: range PRIMARY (id)
