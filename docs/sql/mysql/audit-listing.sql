-- Written by `npm run sql`, see docs/database.md. The plans are those of MariaDB 10.11.

-- AuditListing.page

SELECT `row`.*
FROM `audit_events` `row`
WHERE (`row`.`action` = ?) AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: ref ix_audit_events_site_id_action_id (site_id, action)

SELECT `row`.*
FROM `audit_events` `row`
WHERE (`row`.`actor_id` = ?) AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: ref ix_audit_events_site_id_actor_id_id (site_id, actor_id)

SELECT `row`.*
FROM `audit_events` `row`
WHERE (`row`.`actor_name` = ?) AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: ref ix_audit_events_site_id_action_id (site_id)

SELECT `row`.*
FROM `audit_events` `row`
WHERE (`row`.`at` < ? AND `row`.`id` < ?) AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: range ix_audit_events_site_id_id (site_id, id)

SELECT `row`.*
FROM `audit_events` `row`
WHERE (`row`.`at` >= ? AND `row`.`id` >= ?) AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: range PRIMARY (id)

SELECT `row`.*
FROM `audit_events` `row`
WHERE (`row`.`id` < ?) AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: range PRIMARY (id)

SELECT `row`.*
FROM `audit_events` `row`
WHERE (`row`.`subject_id` = ?) AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: ref ix_audit_events_site_id_subject_id_id (site_id, subject_id)

SELECT `row`.*
FROM `audit_events` `row`
WHERE (`row`.`subject_name` = ? AND 1 = 0) AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: (impossible where)

SELECT `row`.*
FROM `audit_events` `row`
WHERE (`row`.`subject_name` = ?) AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: ref ix_audit_events_site_id_action_id (site_id)

SELECT `row`.*
FROM `audit_events` `row`
WHERE `row`.`site_id` = ?
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: ref ix_audit_events_site_id_action_id (site_id)
