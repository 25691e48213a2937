-- Written by `npm run sql`, see docs/database.md. The plans are those of SQLite.

-- RevisionRepository.byNumber

SELECT "ProxyRevision".*
FROM "proxy_revisions" "ProxyRevision"
WHERE (("ProxyRevision"."proxy_id" = ?) AND ("ProxyRevision"."number" = 1) AND ("ProxyRevision"."site_id" = ?))
LIMIT 1;
-- plan: SEARCH ProxyRevision USING INDEX uq_proxy_revisions_proxy_id_number (proxy_id=? AND number=?)

SELECT "ProxyRevision".*
FROM "proxy_revisions" "ProxyRevision"
WHERE (("ProxyRevision"."proxy_id" = ?) AND ("ProxyRevision"."number" = 2) AND ("ProxyRevision"."site_id" = ?))
LIMIT 1;
-- plan: SEARCH ProxyRevision USING INDEX uq_proxy_revisions_proxy_id_number (proxy_id=? AND number=?)

-- RevisionRepository.served

SELECT "ProxyRevision".*
FROM "proxy_revisions" "ProxyRevision"
WHERE (("ProxyRevision"."proxy_id" = ?) AND ("ProxyRevision"."number" = 1) AND ("ProxyRevision"."site_id" = ?));
-- plan: SEARCH ProxyRevision USING INDEX uq_proxy_revisions_proxy_id_number (proxy_id=? AND number=?)

-- RevisionRepository.page

SELECT "row".*
FROM "proxy_revisions" "row"
WHERE (("row"."proxy_id" = ?) AND ("row"."site_id" = ?)) AND ("row"."site_id" = ?)
ORDER BY "row"."id" DESC
LIMIT n;
-- plan: SEARCH row USING INDEX ix_proxy_revisions_site_id_id (site_id=?)

-- RevisionRepository.append

INSERT INTO "proxy_revisions"("id", "site_id", "proxy_id", "number", "snapshot", "created_at", "created_by")
VALUES (?, …);

SELECT "ProxyRevision".*
FROM "proxy_revisions" "ProxyRevision"
WHERE (("ProxyRevision"."proxy_id" = ?) AND ("ProxyRevision"."site_id" = ?))
ORDER BY "ProxyRevision"."number" DESC
LIMIT 1;
-- plan: SEARCH ProxyRevision USING INDEX uq_proxy_revisions_proxy_id_number (proxy_id=?)

-- RevisionRepository.deleteOf

DELETE FROM "proxy_revisions"
WHERE ("proxy_id" = ? AND "site_id" = ?);
-- plan: SEARCH proxy_revisions USING INDEX ix_proxy_revisions_site_id_id (site_id=?)
