-- Written by `npm run sql`, see docs/database.md. The plans are those of SQLite.

-- AuditListing.page

SELECT "row".*
FROM "audit_events" "row"
WHERE "row"."site_id" = ?
ORDER BY "row"."id" DESC
LIMIT n;
-- plan: SEARCH row USING INDEX ix_audit_events_site_id_id (site_id=?)

SELECT "row".*
FROM "audit_events" "row"
WHERE ("row"."action" = ?) AND ("row"."site_id" = ?)
ORDER BY "row"."id" DESC
LIMIT n;
-- plan: SEARCH row USING INDEX ix_audit_events_site_id_action_id (site_id=? AND action=?)

SELECT "row".*
FROM "audit_events" "row"
WHERE ("row"."actor_id" = ?) AND ("row"."site_id" = ?)
ORDER BY "row"."id" DESC
LIMIT n;
-- plan: SEARCH row USING INDEX ix_audit_events_site_id_actor_id_id (site_id=? AND actor_id=?)

SELECT "row".*
FROM "audit_events" "row"
WHERE ("row"."actor_name" = ?) AND ("row"."site_id" = ?)
ORDER BY "row"."id" DESC
LIMIT n;
-- plan: SEARCH row USING INDEX ix_audit_events_site_id_id (site_id=?)

SELECT "row".*
FROM "audit_events" "row"
WHERE ("row"."at" < ? AND "row"."id" < ?) AND ("row"."site_id" = ?)
ORDER BY "row"."id" DESC
LIMIT n;
-- plan: SEARCH row USING INDEX ix_audit_events_site_id_id (site_id=? AND id<?)

SELECT "row".*
FROM "audit_events" "row"
WHERE ("row"."at" >= ? AND "row"."id" >= ?) AND ("row"."site_id" = ?)
ORDER BY "row"."id" DESC
LIMIT n;
-- plan: SEARCH row USING INDEX ix_audit_events_site_id_id (site_id=? AND id>?)

SELECT "row".*
FROM "audit_events" "row"
WHERE ("row"."id" < ?) AND ("row"."site_id" = ?)
ORDER BY "row"."id" DESC
LIMIT n;
-- plan: SEARCH row USING INDEX ix_audit_events_site_id_id (site_id=? AND id<?)

SELECT "row".*
FROM "audit_events" "row"
WHERE ("row"."subject_id" = ?) AND ("row"."site_id" = ?)
ORDER BY "row"."id" DESC
LIMIT n;
-- plan: SEARCH row USING INDEX ix_audit_events_site_id_subject_id_id (site_id=? AND subject_id=?)

SELECT "row".*
FROM "audit_events" "row"
WHERE ("row"."subject_name" = ? AND 1 = 0) AND ("row"."site_id" = ?)
ORDER BY "row"."id" DESC
LIMIT n;
-- plan: SEARCH row USING INDEX ix_audit_events_site_id_id (site_id=?)

SELECT "row".*
FROM "audit_events" "row"
WHERE ("row"."subject_name" = ?) AND ("row"."site_id" = ?)
ORDER BY "row"."id" DESC
LIMIT n;
-- plan: SEARCH row USING INDEX ix_audit_events_site_id_id (site_id=?)
