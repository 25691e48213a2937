-- Written by `npm run sql`, see docs/database.md. The plans are those of MariaDB 10.11.

-- ProjectRepository.byId

SELECT `Project`.*
FROM `projects` `Project`
WHERE ((`Project`.`id` = ?) AND (`Project`.`account_id` = ?) AND (`Project`.`site_id` = ?))
LIMIT 1;
-- plan: Project: const PRIMARY (id)

-- ProjectRepository.byIdForUpdate

SELECT `Project`.*
FROM `projects` `Project`
WHERE ((`Project`.`id` = ?) AND (`Project`.`account_id` = ?) AND (`Project`.`site_id` = ?))
LIMIT 1
FOR UPDATE;
-- plan: Project: const PRIMARY (id)

-- ProjectRepository.page

SELECT `row`.*
FROM `projects` `row`
WHERE (((`row`.`account_id` = ?) AND (`row`.`site_id` = ?)) AND LOWER(`row`.`name`) LIKE ? ESCAPE '!')
  AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: ref ix_projects_site_id_account_id_id (site_id, account_id)

SELECT `row`.*
FROM `projects` `row`
WHERE (((`row`.`account_id` = ?) AND (`row`.`site_id` = ?)) AND `row`.`id` < ?) AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: range PRIMARY (id)

SELECT `row`.*
FROM `projects` `row`
WHERE ((`row`.`account_id` = ?) AND (`row`.`site_id` = ?)) AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: ref ix_projects_site_id_account_id_id (site_id, account_id)

-- ProjectRepository.insert

INSERT INTO `projects`(`id`, `site_id`, `account_id`, `name`, `description`, `created_at`, `updated_at`)
VALUES (?, …);

-- ProjectRepository.update

UPDATE `projects`
SET `name` = ?, `updated_at` = ?
WHERE (`id` = ? AND `site_id` = ?);
-- plan: projects: range PRIMARY (id)

-- ProjectRepository.delete

DELETE FROM `projects`
WHERE (`id` = ? AND `site_id` = ?);
-- plan: projects: range PRIMARY (id)

SELECT `Proxy`.`id` AS `Proxy_id`, `Proxy`.`name` AS `Proxy_name`
FROM `proxies` `Proxy`
WHERE ((`Proxy`.`project_id` = ?) AND (`Proxy`.`site_id` = ?))
ORDER BY `Proxy_name` ASC
LIMIT n;
-- plan: Proxy: ref uq_proxies_project_id_name (project_id)
