-- Written by `npm run sql`, see docs/database.md. The plans are those of SQLite.

-- ConnectionRepository.byId

SELECT "Connection".*
FROM "connections" "Connection"
WHERE (("Connection"."id" = ?) AND ("Connection"."site_id" = ?))
LIMIT 1;
-- plan: SEARCH Connection USING INDEX sqlite_autoindex_connections_1 (id=?)

-- ConnectionRepository.byIdForUpdate

SELECT "Connection".*
FROM "connections" "Connection"
WHERE (("Connection"."id" = ?) AND ("Connection"."site_id" = ?))
LIMIT 1;
-- plan: SEARCH Connection USING INDEX sqlite_autoindex_connections_1 (id=?)

-- ConnectionRepository.page

SELECT "row".*
FROM "connections" "row"
WHERE "row"."site_id" = ?
ORDER BY "row"."id" DESC
LIMIT n;
-- plan: SEARCH row USING INDEX ix_connections_site_id_id (site_id=?)

SELECT "row".*
FROM "connections" "row"
WHERE ("row"."id" < ?) AND ("row"."site_id" = ?)
ORDER BY "row"."id" DESC
LIMIT n;
-- plan: SEARCH row USING INDEX ix_connections_site_id_id (site_id=? AND id<?)

-- ConnectionRepository.insert

INSERT INTO "connections"(
  "id", "site_id", "name", "base_url", "credential_id", "ca_certificate_id", "client_certificate_id", "version",
    "created_at", "updated_at"
)
VALUES (?, …);

-- ConnectionRepository.update

UPDATE "connections"
SET "name" = ?, "base_url" = ?, "credential_id" = ?, "ca_certificate_id" = ?, "client_certificate_id" = ?,
  "version" = 2, "updated_at" = ?
WHERE ("id" = ? AND "site_id" = ?);
-- plan: SEARCH connections USING INDEX sqlite_autoindex_connections_1 (id=?)

-- ConnectionRepository.delete

DELETE FROM "connections"
WHERE ("id" = ? AND "site_id" = ?);
-- plan: SEARCH connections USING INDEX sqlite_autoindex_connections_1 (id=?)
-- plan: SEARCH proxies USING COVERING INDEX ix_proxies_deployed_connection_id (deployed_connection_id=?)
-- plan: SEARCH proxies USING COVERING INDEX ix_proxies_connection_id (connection_id=?)

SELECT "Proxy"."id" AS "Proxy_id", "Proxy"."name" AS "Proxy_name"
FROM "proxies" "Proxy"
WHERE (
  (("Proxy"."connection_id" = ?) AND ("Proxy"."site_id" = ?))
    OR (("Proxy"."deployed_connection_id" = ?) AND ("Proxy"."site_id" = ?))
)
ORDER BY "Proxy_name" ASC
LIMIT n;
-- plan: MULTI-INDEX OR
-- plan: INDEX 1
-- plan: SEARCH Proxy USING INDEX ix_proxies_connection_id (connection_id=?)
-- plan: INDEX 2
-- plan: SEARCH Proxy USING INDEX ix_proxies_deployed_connection_id (deployed_connection_id=?)
-- plan: USE TEMP B-TREE FOR ORDER BY
