-- Written by `npm run sql`, see docs/database.md. The plans are those of SQLite.

-- DeployedProxies.version

SELECT d.version AS version
FROM deployment_state d
WHERE d.id = 'deployments';
-- plan: SEARCH d USING INDEX sqlite_autoindex_deployment_state_1 (id=?)

SELECT s.id AS id, s.slug AS slug
FROM sites s
WHERE EXISTS (SELECT 1 FROM proxies p WHERE p.site_id = s.id AND p.deployed_path IS NOT NULL)
ORDER BY s.id;
-- plan: SCAN s USING INDEX sqlite_autoindex_sites_1
-- plan: SEARCH p EXISTS USING COVERING INDEX uq_proxies_site_id_deployed_path (site_id=? AND deployed_path>?)

-- DeployedProxies.all

SELECT p.id AS proxyId, p.site_id AS siteId, s.slug AS siteSlug, p.account_id AS accountId, r.number AS revision,
  r.snapshot AS snapshot
FROM proxies p
JOIN sites s ON s.id = p.site_id
JOIN proxy_revisions r ON r.proxy_id = p.id AND r.number = p.deployed_revision;
-- plan: SCAN p
-- plan: SEARCH r USING INDEX uq_proxy_revisions_proxy_id_number (proxy_id=? AND number=?)
-- plan: SEARCH s USING INDEX sqlite_autoindex_sites_1 (id=?)
