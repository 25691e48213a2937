-- Written by `npm run sql`, see docs/database.md. The plans are those of MariaDB 10.11.

-- RevisionRepository.byNumber

SELECT `ProxyRevision`.*
FROM `proxy_revisions` `ProxyRevision`
WHERE ((`ProxyRevision`.`proxy_id` = ?) AND (`ProxyRevision`.`number` = ?) AND (`ProxyRevision`.`site_id` = ?))
LIMIT 1;
-- plan: ProxyRevision: const uq_proxy_revisions_proxy_id_number (proxy_id, number)

-- RevisionRepository.served

SELECT `ProxyRevision`.*
FROM `proxy_revisions` `ProxyRevision`
WHERE ((`ProxyRevision`.`proxy_id` = ?) AND (`ProxyRevision`.`number` = ?) AND (`ProxyRevision`.`site_id` = ?));
-- plan: ProxyRevision: const uq_proxy_revisions_proxy_id_number (proxy_id, number)

-- RevisionRepository.page

SELECT `row`.*
FROM `proxy_revisions` `row`
WHERE ((`row`.`proxy_id` = ?) AND (`row`.`site_id` = ?)) AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: ref uq_proxy_revisions_proxy_id_number (proxy_id)

-- RevisionRepository.append

INSERT INTO `proxy_revisions`(`id`, `site_id`, `proxy_id`, `number`, `snapshot`, `created_at`, `created_by`)
VALUES (?, …);

SELECT `ProxyRevision`.*
FROM `proxy_revisions` `ProxyRevision`
WHERE ((`ProxyRevision`.`proxy_id` = ?) AND (`ProxyRevision`.`site_id` = ?))
ORDER BY `ProxyRevision`.`number` DESC
LIMIT 1;
-- plan: ProxyRevision: ref uq_proxy_revisions_proxy_id_number (proxy_id)

-- RevisionRepository.deleteOf

DELETE FROM `proxy_revisions`
WHERE (`proxy_id` = ? AND `site_id` = ?);
-- plan: proxy_revisions: range uq_proxy_revisions_proxy_id_number (proxy_id)
