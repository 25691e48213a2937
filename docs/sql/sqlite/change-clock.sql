-- Written by `npm run sql`, see docs/database.md. The plans are those of SQLite.

-- ChangeClock.upToDate

SELECT group_concat(number || ':' || stamp, ',' ORDER BY id) AS pairs
FROM change_shards;
-- plan: USE TEMP B-TREE FOR group_concat(ORDER BY)
-- plan: SCAN change_shards

SELECT number, stamp, previous, subject
FROM changes
WHERE shard = ? AND number > ?
ORDER BY number
LIMIT n;
-- plan: SEARCH changes USING INDEX ix_changes_shard_number (shard=? AND number>?)
