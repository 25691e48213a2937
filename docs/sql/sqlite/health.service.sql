-- Written by `npm run sql`, see docs/database.md. The plans are those of SQLite.

-- HealthService.ready

SELECT id
FROM sites
LIMIT 1;
-- plan: SCAN sites USING COVERING INDEX sqlite_autoindex_sites_1
