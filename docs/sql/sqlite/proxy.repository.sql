-- Written by `npm run sql`, see docs/database.md. The plans are those of SQLite.

-- ProxyRepository.byId

SELECT "Proxy".*
FROM "proxies" "Proxy"
WHERE (("Proxy"."id" = ?) AND ("Proxy"."account_id" = ?) AND ("Proxy"."site_id" = ?))
LIMIT 1;
-- plan: SEARCH Proxy USING INDEX sqlite_autoindex_proxies_1 (id=?)

-- ProxyRepository.byIdForUpdate

SELECT "Proxy".*
FROM "proxies" "Proxy"
WHERE (("Proxy"."id" = ?) AND ("Proxy"."account_id" = ?) AND ("Proxy"."site_id" = ?))
LIMIT 1;
-- plan: SEARCH Proxy USING INDEX sqlite_autoindex_proxies_1 (id=?)

-- ProxyRepository.page

SELECT "row".*
FROM "proxies" "row"
WHERE (("row"."project_id" = ?) AND ("row"."site_id" = ?)) AND ("row"."site_id" = ?)
ORDER BY "row"."id" DESC
LIMIT n;
-- plan: SEARCH row USING INDEX ix_proxies_site_id_id (site_id=?)

SELECT "row".*
FROM "proxies" "row"
WHERE ((("row"."project_id" = ?) AND ("row"."site_id" = ?)) AND "row"."id" < ?) AND ("row"."site_id" = ?)
ORDER BY "row"."id" DESC
LIMIT n;
-- plan: SEARCH row USING INDEX ix_proxies_site_id_id (site_id=? AND id<?)

SELECT "row".*
FROM "proxies" "row"
WHERE ((("row"."project_id" = ?) AND ("row"."site_id" = ?)) AND LOWER("row"."name") LIKE ? ESCAPE '!')
  AND ("row"."site_id" = ?)
ORDER BY "row"."id" DESC
LIMIT n;
-- plan: SEARCH row USING INDEX ix_proxies_site_id_id (site_id=?)

-- ProxyRepository.atPath

SELECT "Proxy".*
FROM "proxies" "Proxy"
WHERE (("Proxy"."path" = ?) AND ("Proxy"."site_id" = ?))
LIMIT 1;
-- plan: SEARCH Proxy USING INDEX uq_proxies_site_id_path (site_id=? AND path=?)

-- ProxyRepository.nestedOfOthers

SELECT "Proxy".*
FROM "proxies" "Proxy"
WHERE (
  ("Proxy"."account_id" != ?)
    AND ("Proxy"."deployed_path" > ? AND "Proxy"."deployed_path" < ?)
    AND ("Proxy"."site_id" = ?)
)
LIMIT 1;
-- plan: SEARCH Proxy USING INDEX uq_proxies_site_id_deployed_path (site_id=? AND deployed_path>? AND deployed_path<?)

SELECT "Proxy".*
FROM "proxies" "Proxy"
WHERE (("Proxy"."account_id" != ?) AND ("Proxy"."deployed_path" IN (?, …)) AND ("Proxy"."site_id" = ?))
LIMIT 1;
-- plan: SEARCH Proxy USING INDEX uq_proxies_site_id_deployed_path (site_id=? AND deployed_path=?)

-- ProxyRepository.insert

INSERT INTO "proxies"(
  "id", "site_id", "account_id", "project_id", "name", "description", "path", "connection_id", "settings",
    "deployed_revision", "deployed_path", "deployed_connection_id", "created_at", "updated_at"
)
VALUES (?, …);

-- ProxyRepository.update

UPDATE "proxies"
SET "deployed_revision" = 1, "deployed_path" = ?, "deployed_connection_id" = ?
WHERE ("id" = ? AND "site_id" = ?);
-- plan: SEARCH proxies USING INDEX sqlite_autoindex_proxies_1 (id=?)

UPDATE "proxies"
SET "deployed_revision" = 2, "deployed_path" = ?, "deployed_connection_id" = ?
WHERE ("id" = ? AND "site_id" = ?);
-- plan: SEARCH proxies USING INDEX sqlite_autoindex_proxies_1 (id=?)

UPDATE "proxies"
SET "deployed_revision" = ?, "deployed_path" = ?, "deployed_connection_id" = ?
WHERE ("id" = ? AND "site_id" = ?);
-- plan: SEARCH proxies USING INDEX sqlite_autoindex_proxies_1 (id=?)

UPDATE "proxies"
SET "description" = ?, "updated_at" = ?
WHERE ("id" = ? AND "site_id" = ?);
-- plan: SEARCH proxies USING INDEX sqlite_autoindex_proxies_1 (id=?)

UPDATE "proxies"
SET "name" = ?, "path" = ?, "connection_id" = ?, "updated_at" = ?
WHERE ("id" = ? AND "site_id" = ?);
-- plan: SEARCH proxies USING INDEX sqlite_autoindex_proxies_1 (id=?)

-- ProxyRepository.delete

DELETE FROM "proxies"
WHERE ("id" = ? AND "site_id" = ?);
-- plan: SEARCH proxies USING INDEX sqlite_autoindex_proxies_1 (id=?)
-- plan: SEARCH proxy_revisions USING COVERING INDEX uq_proxy_revisions_proxy_id_number (proxy_id=?)
