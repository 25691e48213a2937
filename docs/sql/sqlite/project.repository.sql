-- Written by `npm run sql`, see docs/database.md. The plans are those of SQLite.

-- ProjectRepository.byId

SELECT "Project".*
FROM "projects" "Project"
WHERE (("Project"."id" = ?) AND ("Project"."account_id" = ?) AND ("Project"."site_id" = ?))
LIMIT 1;
-- plan: SEARCH Project USING INDEX sqlite_autoindex_projects_1 (id=?)

-- ProjectRepository.byIdForUpdate

SELECT "Project".*
FROM "projects" "Project"
WHERE (("Project"."id" = ?) AND ("Project"."account_id" = ?) AND ("Project"."site_id" = ?))
LIMIT 1;
-- plan: SEARCH Project USING INDEX sqlite_autoindex_projects_1 (id=?)

-- ProjectRepository.page

SELECT "row".*
FROM "projects" "row"
WHERE (("row"."account_id" = ?) AND ("row"."site_id" = ?)) AND ("row"."site_id" = ?)
ORDER BY "row"."id" DESC
LIMIT n;
-- plan: SEARCH row USING INDEX ix_projects_site_id_account_id_id (site_id=? AND account_id=?)

SELECT "row".*
FROM "projects" "row"
WHERE ((("row"."account_id" = ?) AND ("row"."site_id" = ?)) AND "row"."id" < ?) AND ("row"."site_id" = ?)
ORDER BY "row"."id" DESC
LIMIT n;
-- plan: SEARCH row USING INDEX ix_projects_site_id_account_id_id (site_id=? AND account_id=? AND id<?)

SELECT "row".*
FROM "projects" "row"
WHERE ((("row"."account_id" = ?) AND ("row"."site_id" = ?)) AND LOWER("row"."name") LIKE ? ESCAPE '!')
  AND ("row"."site_id" = ?)
ORDER BY "row"."id" DESC
LIMIT n;
-- plan: SEARCH row USING INDEX ix_projects_site_id_account_id_id (site_id=? AND account_id=?)

-- ProjectRepository.insert

INSERT INTO "projects"("id", "site_id", "account_id", "name", "description", "created_at", "updated_at")
VALUES (?, …);

-- ProjectRepository.update

UPDATE "projects"
SET "name" = ?, "updated_at" = ?
WHERE ("id" = ? AND "site_id" = ?);
-- plan: SEARCH projects USING INDEX sqlite_autoindex_projects_1 (id=?)

-- ProjectRepository.delete

DELETE FROM "projects"
WHERE ("id" = ? AND "site_id" = ?);
-- plan: SEARCH projects USING INDEX sqlite_autoindex_projects_1 (id=?)
-- plan: SEARCH proxies USING COVERING INDEX uq_proxies_project_id_name (project_id=?)

SELECT "Proxy"."id" AS "Proxy_id", "Proxy"."name" AS "Proxy_name"
FROM "proxies" "Proxy"
WHERE (("Proxy"."project_id" = ?) AND ("Proxy"."site_id" = ?))
ORDER BY "Proxy_name" ASC
LIMIT n;
-- plan: SEARCH Proxy USING INDEX uq_proxies_project_id_name (project_id=?)
