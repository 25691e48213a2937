-- Written by `npm run sql`, see docs/database.md. The plans are those of MariaDB 10.11.

-- ProxyRepository.byId

SELECT `Proxy`.*
FROM `proxies` `Proxy`
WHERE ((`Proxy`.`id` = ?) AND (`Proxy`.`account_id` = ?) AND (`Proxy`.`site_id` = ?))
LIMIT 1;
-- plan: Proxy: const PRIMARY (id)

-- ProxyRepository.byIdForUpdate

SELECT `Proxy`.*
FROM `proxies` `Proxy`
WHERE ((`Proxy`.`id` = ?) AND (`Proxy`.`account_id` = ?) AND (`Proxy`.`site_id` = ?))
LIMIT 1
FOR UPDATE;
-- plan: Proxy: const PRIMARY (id)

-- ProxyRepository.page

SELECT `row`.*
FROM `proxies` `row`
WHERE (((`row`.`project_id` = ?) AND (`row`.`site_id` = ?)) AND LOWER(`row`.`name`) LIKE ? ESCAPE '!')
  AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: ref uq_proxies_project_id_name (project_id)

SELECT `row`.*
FROM `proxies` `row`
WHERE (((`row`.`project_id` = ?) AND (`row`.`site_id` = ?)) AND `row`.`id` < ?) AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: ref uq_proxies_project_id_name (project_id)

SELECT `row`.*
FROM `proxies` `row`
WHERE ((`row`.`project_id` = ?) AND (`row`.`site_id` = ?)) AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: ref uq_proxies_project_id_name (project_id)

-- ProxyRepository.atPath

SELECT `Proxy`.*
FROM `proxies` `Proxy`
WHERE ((`Proxy`.`path` = ?) AND (`Proxy`.`site_id` = ?))
LIMIT 1;
-- plan: Proxy: const uq_proxies_site_id_path (site_id, path)

-- ProxyRepository.nestedOfOthers

SELECT `Proxy`.*
FROM `proxies` `Proxy`
WHERE (
  (`Proxy`.`account_id` != ?)
    AND (`Proxy`.`deployed_path` > ? AND `Proxy`.`deployed_path` < ?)
    AND (`Proxy`.`site_id` = ?)
)
LIMIT 1;
-- plan: Proxy: range uq_proxies_site_id_deployed_path (site_id, deployed_path)

SELECT `Proxy`.*
FROM `proxies` `Proxy`
WHERE ((`Proxy`.`account_id` != ?) AND (`Proxy`.`deployed_path` IN (?, …)) AND (`Proxy`.`site_id` = ?))
LIMIT 1;
-- plan: Proxy: range uq_proxies_site_id_deployed_path (site_id, deployed_path)

-- ProxyRepository.insert

INSERT INTO `proxies`(
  `id`, `site_id`, `account_id`, `project_id`, `name`, `description`, `path`, `connection_id`, `settings`,
    `deployed_revision`, `deployed_path`, `deployed_connection_id`, `created_at`, `updated_at`
)
VALUES (?, …);

-- ProxyRepository.update

UPDATE `proxies`
SET `deployed_revision` = ?, `deployed_path` = ?, `deployed_connection_id` = ?
WHERE (`id` = ? AND `site_id` = ?);
-- plan: proxies: range ix_proxies_site_id_id (site_id, id)

UPDATE `proxies`
SET `description` = ?, `updated_at` = ?
WHERE (`id` = ? AND `site_id` = ?);
-- plan: proxies: range ix_proxies_site_id_id (site_id, id)

UPDATE `proxies`
SET `name` = ?, `path` = ?, `connection_id` = ?, `updated_at` = ?
WHERE (`id` = ? AND `site_id` = ?);
-- plan: proxies: range ix_proxies_site_id_id (site_id, id)

-- ProxyRepository.delete

DELETE FROM `proxies`
WHERE (`id` = ? AND `site_id` = ?);
-- plan: proxies: range ix_proxies_site_id_id (site_id, id)
