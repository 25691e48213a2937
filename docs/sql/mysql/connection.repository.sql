-- Written by `npm run sql`, see docs/database.md. The plans are those of MariaDB 10.11.

-- ConnectionRepository.byId

SELECT `Connection`.*
FROM `connections` `Connection`
WHERE ((`Connection`.`id` = ?) AND (`Connection`.`site_id` = ?))
LIMIT 1;
-- plan: Connection: const PRIMARY (id)

-- ConnectionRepository.byIdForUpdate

SELECT `Connection`.*
FROM `connections` `Connection`
WHERE ((`Connection`.`id` = ?) AND (`Connection`.`site_id` = ?))
LIMIT 1
FOR UPDATE;
-- plan: Connection: const PRIMARY (id)

-- ConnectionRepository.page

SELECT `row`.*
FROM `connections` `row`
WHERE (`row`.`id` < ?) AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: range PRIMARY (id)

SELECT `row`.*
FROM `connections` `row`
WHERE `row`.`site_id` = ?
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: ref ix_connections_site_id_id (site_id)

-- ConnectionRepository.insert

INSERT INTO `connections`(
  `id`, `site_id`, `name`, `base_url`, `credential_id`, `ca_certificate_id`, `client_certificate_id`, `version`,
    `created_at`, `updated_at`
)
VALUES (?, …);

-- ConnectionRepository.update

UPDATE `connections`
SET `name` = ?, `base_url` = ?, `credential_id` = ?, `ca_certificate_id` = ?, `client_certificate_id` = ?,
  `version` = ?, `updated_at` = ?
WHERE (`id` = ? AND `site_id` = ?);
-- plan: connections: range ix_connections_site_id_id (site_id, id)

-- ConnectionRepository.delete

DELETE FROM `connections`
WHERE (`id` = ? AND `site_id` = ?);
-- plan: connections: range ix_connections_site_id_id (site_id, id)

SELECT `Proxy`.`id` AS `Proxy_id`, `Proxy`.`name` AS `Proxy_name`
FROM `proxies` `Proxy`
WHERE (
  ((`Proxy`.`connection_id` = ?) AND (`Proxy`.`site_id` = ?))
    OR ((`Proxy`.`deployed_connection_id` = ?) AND (`Proxy`.`site_id` = ?))
)
ORDER BY `Proxy_name` ASC
LIMIT n;
-- plan: Proxy: index_merge ix_proxies_connection_id (connection_id) and ix_proxies_deployed_connection_id (deployed_connection_id) and ix_proxies_site_id_id (site_id) and ix_proxies_site_id_id (site_id)
