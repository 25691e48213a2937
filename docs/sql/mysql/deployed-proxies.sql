-- Written by `npm run sql`, see docs/database.md. The plans are those of MariaDB 10.11.

-- DeployedProxies.version

SELECT d.version AS version
FROM deployment_state d
WHERE d.id = 'deployments';
-- plan: d: const PRIMARY (id)

SELECT s.id AS id, s.slug AS slug
FROM sites s
WHERE EXISTS (SELECT 1 FROM proxies p WHERE p.site_id = s.id AND p.deployed_path IS NOT NULL)
ORDER BY s.id;
-- plan: s: index PRIMARY (id)
-- plan: p: ref ix_proxies_site_id_id (site_id)

-- DeployedProxies.all

SELECT p.id AS proxyId, p.site_id AS siteId, s.slug AS siteSlug, p.account_id AS accountId, r.number AS revision,
  r.snapshot AS snapshot
FROM proxies p
JOIN sites s ON s.id = p.site_id
JOIN proxy_revisions r ON r.proxy_id = p.id AND r.number = p.deployed_revision;
-- plan: s: index uq_sites_slug (slug)
-- plan: p: ref ix_proxies_site_id_id (site_id)
-- plan: r: eq_ref uq_proxy_revisions_proxy_id_number (proxy_id, number)
