-- Written by `npm run sql`, see docs/database.md. The plans are those of SQLite.

-- SiteRepository.byId

SELECT "Site".*
FROM "sites" "Site"
WHERE ("Site"."id" = ?)
LIMIT 1;
-- plan: SEARCH Site USING INDEX sqlite_autoindex_sites_1 (id=?)

-- SiteRepository.byIdForUpdate

SELECT "Site".*
FROM "sites" "Site"
WHERE ("Site"."id" = ?)
LIMIT 1;
-- plan: SEARCH Site USING INDEX sqlite_autoindex_sites_1 (id=?)

-- SiteRepository.all

SELECT "Site".*
FROM "sites" "Site"
ORDER BY "Site"."id" ASC;
-- plan: SCAN Site USING INDEX sqlite_autoindex_sites_1

-- SiteRepository.withPolicy

SELECT "Site".*
FROM "sites" "Site"
WHERE (NOT("Site"."policy" IS NULL))
ORDER BY "Site"."id" ASC;
-- plan: SCAN Site USING INDEX sqlite_autoindex_sites_1

-- SiteRepository.isEmpty

SELECT "Site".*
FROM "sites" "Site"
LIMIT 1;
-- plan: SCAN Site

-- SiteRepository.insert

INSERT INTO "sites"("id", "name", "slug", "owner_id", "policy", "created_at", "updated_at")
VALUES (?, …);

-- SiteRepository.update

UPDATE "sites"
SET "name" = ?, "policy" = ?, "updated_at" = ?
WHERE "id" = ?;
-- plan: SEARCH sites USING INDEX sqlite_autoindex_sites_1 (id=?)

UPDATE "sites"
SET "owner_id" = ?, "updated_at" = ?
WHERE "id" = ?;
-- plan: SEARCH sites USING INDEX sqlite_autoindex_sites_1 (id=?)

UPDATE "sites"
SET "policy" = ?, "updated_at" = ?
WHERE "id" = ?;
-- plan: SEARCH sites USING INDEX sqlite_autoindex_sites_1 (id=?)
