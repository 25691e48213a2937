-- Written by `npm run sql`, see docs/database.md. The plans are those of MariaDB 10.11.

-- HealthService.ready

SELECT id
FROM sites
LIMIT 1;
-- plan: sites: index ix_sites_owner_id (owner_id)
